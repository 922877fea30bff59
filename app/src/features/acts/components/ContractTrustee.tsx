/** Says before anything is begun that a Safe cannot be a trustee, and what to do instead. */
import { Trans } from '@lingui/react/macro'
import { isAddress } from 'viem'
import { useIsContract } from '../api/useIsContract.ts'

/** Nothing of an account, and of what is no address yet. */
export function ContractTrustee({ address }: { address: string }) {
  const known = isAddress(address, { strict: false })
  const isContract = useIsContract(known ? address : undefined)
  if (isContract !== true) return null
  return (
    <div className="notice notice--warn stack stack--tight" role="status">
      <p className="strong">
        <Trans>
          계약 지갑(Safe)은 열쇠지기 일을 할 수 없습니다: <code>{address}</code>
        </Trans>
      </p>
      <p>
        <Trans>
          조각의 비밀을 가진 한 사람이 정한 때마다 자기 지갑으로 보내야 합니다.
          그 기관을 맡은 한 사람의 지갑으로 정하세요. 회차를 이미 만들었으면
          관리자가 열쇠 만들기를 새로 시작하면서 바꿉니다.
        </Trans>
      </p>
    </div>
  )
}
