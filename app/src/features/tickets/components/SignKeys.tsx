/** The registrar's word for the enrolled keys: one signature, which nobody pays for. */
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Hex } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { WalletMissingError } from '../../../keys/errors.ts'
import type { WalletConnection } from '../../../keys/walletConnection.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Round } from '../../../queries/round.ts'
import { type Desk, postSignature } from '../../../relayer/registrar.ts'
import { toEnrolledKeysTypedData } from '../../../../../protocol/tickets/enrolledKeys.ts'
import { isSignedAlready } from '../../../../../protocol/tickets/planSignature.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { readSignaturePlan, signatureQuery } from '../api/signaturePlan.ts'
import { useWork } from '../api/useWork.ts'
import { OwnerTrouble } from './OwnerTrouble.tsx'

export function SignKeys({ desk, round }: { desk: Desk; round: Round }) {
  const { number } = useFormats()
  const config = useConfig()
  const node = useNode()
  const wallet = useActingWallet()
  const { data } = useQuery(signatureQuery(node, config.chainId, desk))
  const work = useWork<number>()
  const isNeeded = data ? !isSignedAlready(data) : false
  async function sign(): Promise<number> {
    if (!wallet?.found) throw new WalletMissingError()
    const { connectWallet } = await import('../../../keys/walletConnection.ts')
    const connection = await connectWallet(wallet.found, config)
    // What is signed is what is enrolled at this moment.
    const plan = await readSignaturePlan(node, config.chainId, desk)
    if (!plan) return 0
    const id = { chainId: BigInt(config.chainId), round: round.round }
    const typedData = toEnrolledKeysTypedData(id, plan.message)
    const signature = await signFor(typedData, connection)
    const reviewers = plan.seats.map(({ reviewer }) => reviewer)
    await postSignature(desk, { reviewers, signature })
    return reviewers.length
  }
  /** An owner signs for a Safe that is signed in, where one is enough. */
  async function signFor(
    typedData: ReturnType<typeof toEnrolledKeysTypedData>,
    connection: WalletConnection,
  ): Promise<Hex> {
    const { address } = desk.session
    if (connection.address === address.toLowerCase())
      return connection.signTyped(typedData)
    const { hashTypedData } = await import('viem')
    const { signByOneOwner } = await import('../../../keys/safeOwner.ts')
    const place = { node, chainId: config.chainId, safe: address }
    return signByOneOwner(place, connection, hashTypedData(typedData))
  }
  const signed = work.result ?? 0
  return (
    <section className="stack no-print" aria-labelledby="sign">
      <h2 id="sign">
        <Trans>등록한 열쇠에 서명하기</Trans>
      </h2>
      <p>
        <Trans>
          서명해 두면 심사자가 “내 열쇠가 등록되었다”는 증거를 갖습니다. 명부에
          다른 열쇠가 올라가면 누구나 알아챕니다. 명부를 공개하기 전에 하세요.
        </Trans>
      </p>
      {data === null && (
        <p>
          <Trans>아직 아무도 등록하지 않았습니다.</Trans>
        </p>
      )}
      {data && (
        <p role="status">
          <Trans>
            등록한 열쇠 {number(data.message.count)} · 서명 안 한 것{' '}
            {number(data.added.length)} · 서명과 달라진 것{' '}
            {number(data.changed.length)} · 없어진 것 {number(data.gone)}
          </Trans>
        </p>
      )}
      {work.error !== undefined && <OwnerTrouble error={work.error} />}
      {isNeeded && (
        <p>
          <button
            className="button"
            type="button"
            aria-busy={work.isBusy}
            onClick={() => void work.run(sign)}
          >
            <Trans>서명하기</Trans>
          </button>
        </p>
      )}
      {signed > 0 && (
        <p role="status" className="strong">
          <Plural value={signed} other="열쇠 #개에 서명했습니다." />
        </p>
      )}
    </section>
  )
}
