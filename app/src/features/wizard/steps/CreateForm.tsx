/** Who makes the round, a wallet or a Safe, and the press that does it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Address, isAddress } from 'viem'
import { rulesDigest } from '../../../../../protocol/rules.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { WalletMissingError } from '../../../keys/errors.ts'
import { useCreation } from '../api/useCreation.ts'
import { Choices } from '../components/Choices.tsx'
import { TextField } from '../components/TextField.tsx'
import { useWizard } from '../wizardContext.ts'

export function CreateForm() {
  const { t } = useLingui()
  const { change, checked, draft } = useWizard()
  const wallet = useActingWallet()
  const makeCalls = useCreation(draft, checked.plan)
  const [isSafe, setIsSafe] = useState(draft.safe !== '')
  const safe = isSafe && isAddress(draft.safe) ? draft.safe : undefined
  const creator: Address | undefined = isSafe ? safe : wallet?.address
  const isSound = checked.problems.length === 0
  return (
    <section className="stack">
      <h2>
        <Trans>회차 만들기</Trans>
      </h2>
      <p>
        <Trans>
          만든 뒤에는 규칙을 아무도 바꿀 수 없습니다. 누가 만들어도 담당은 위에
          적은 사람입니다.
        </Trans>
      </p>
      <Choices
        label={<Trans>누가 보내나요</Trans>}
        value={isSafe ? 'safe' : 'wallet'}
        options={[
          { value: 'wallet', label: <Trans>내 지갑</Trans> },
          {
            value: 'safe',
            label: <Trans>Safe로 제안</Trans>,
            hint: <Trans>여럿이 함께 쓰는 지갑</Trans>,
          },
        ]}
        onChange={(who) => {
          setIsSafe(who === 'safe')
          if (who === 'wallet') change({ safe: '' })
          else change({ safe: draft.holders.admin })
        }}
      />
      {isSafe && (
        <TextField
          path="safe"
          label={<Trans>Safe의 주소</Trans>}
          value={draft.safe}
          onChange={(address) => {
            change({ safe: address.trim() })
          }}
        />
      )}
      <Waiting />
      <ActForm
        name={t`회차 만들기`}
        label={<Trans>회차 만들기</Trans>}
        line={<Trans>회차를 만들었습니다. 규칙이 정해졌습니다.</Trans>}
        holder={safe}
        isReady={isSound && (!isSafe || safe !== undefined)}
        missing={
          isSound ? (
            <Trans>Safe의 주소를 바르게 적어 주세요.</Trans>
          ) : (
            <Trans>위의 ‘고칠 것’을 먼저 고쳐 주세요.</Trans>
          )
        }
        calls={() => {
          if (!creator) throw new WalletMissingError()
          return makeCalls(creator)
        }}
      />
    </section>
  )
}

/** What was handed out and has not come to the chain, or not yet. */
function Waiting() {
  const { checked, draft } = useWizard()
  if (draft.attempts.length === 0 || checked.problems.length > 0) return null
  const digest = rulesDigest(checked.plan.rules)
  const isSame = draft.attempts.every((one) => one.digest === digest)
  return isSame ? (
    <p className="notice">
      <Trans>
        이 회차를 만들려고 한 적이 있습니다. 공개 장부에 오르면 여기에 저절로
        나타납니다. 다시 눌러도 회차가 둘이 되지 않습니다.
      </Trans>
    </p>
  ) : (
    <p className="notice notice--warn">
      <Trans>
        만들려고 한 뒤에 초안을 고쳤습니다. 먼저 보낸 것이 나중에 기록되면
        회차가 둘이 됩니다. 지갑이나 Safe에서 먼저 것을 취소했는지 확인하세요.
      </Trans>
    </p>
  )
}
