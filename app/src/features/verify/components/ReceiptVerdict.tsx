/** Whether the relayer signed this receipt, and whether it kept its word. */
import { Trans } from '@lingui/react/macro'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Proof } from '../../../components/Proof.tsx'
import type { SignedReceipt } from '../../../../../protocol/receipt/receipt.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Trace } from '../api/traceBallots.ts'
import { useReceipt, type Verdict } from '../api/useReceipt.ts'

export type ReceiptVerdictProps = {
  signed: SignedReceipt
  trace: Trace | undefined
}

const kinds: Readonly<Record<Verdict, 'plain' | 'warn' | 'danger'>> = {
  notSigned: 'danger',
  otherChain: 'warn',
  otherRound: 'warn',
  kept: 'plain',
  late: 'warn',
  otherBallot: 'warn',
  superseded: 'plain',
  waiting: 'plain',
  broken: 'danger',
}

export function ReceiptVerdict({ signed, trace }: ReceiptVerdictProps) {
  const { error, verdict } = useReceipt(signed, trace)
  const { moment } = useFormats()
  if (error) return <Failure error={error} />
  if (!verdict) return <Loading />
  const { includeBy, reviewer, version } = signed.receipt
  return (
    <section className="stack" aria-labelledby="receipt">
      <h2 id="receipt">
        <Trans>접수증</Trans>
      </h2>
      <Notice kind={kinds[verdict]}>
        <p className="strong">
          <Sentence verdict={verdict} until={moment(includeBy)} />
        </p>
        {verdict === 'broken' && <Broken />}
      </Notice>
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>중계자</Trans>
          </dt>
          <dd>
            <code>{signed.relayer}</code>
          </dd>
          <dt>
            <Trans>심사자와 판</Trans>
          </dt>
          <dd>
            <Trans>
              심사자 {reviewer}번, {version}번째 심사표
            </Trans>
          </dd>
          <dt>
            <Trans>약속한 심사표의 지문</Trans>
          </dt>
          <dd>
            <code>{signed.receipt.ballot}</code>
          </dd>
        </dl>
      </Proof>
    </section>
  )
}

function Sentence({ until, verdict }: { until: string; verdict: Verdict }) {
  switch (verdict) {
    case 'notSigned':
      return (
        <Trans>
          서명이 맞지 않습니다. 이 접수증은 적힌 중계자가 준 것이 아니거나
          고쳐졌습니다.
        </Trans>
      )
    case 'otherChain':
      return <Trans>다른 공개 장부의 접수증입니다.</Trans>
    case 'otherRound':
      return <Trans>다른 회차의 접수증입니다.</Trans>
    case 'kept':
      return (
        <Trans>
          서명이 맞고 약속이 지켜졌습니다. {until} 전에 기록되었습니다.
        </Trans>
      )
    case 'late':
      return (
        <Trans>
          서명이 맞습니다. 기록되었지만 약속한 {until}보다 늦었습니다.
        </Trans>
      )
    case 'otherBallot':
      return (
        <Trans>
          서명이 맞습니다. 그런데 같은 순번의 다른 심사표가 기록되어 있습니다.
          다른 기기에서 보낸 것일 수 있습니다.
        </Trans>
      )
    case 'superseded':
      return (
        <Trans>
          서명이 맞습니다. 그 뒤에 보낸 심사표가 기록되어 이것은 세지 않습니다.
        </Trans>
      )
    case 'waiting':
      return (
        <Trans>서명이 맞습니다. {until}까지 기록하기로 약속했습니다.</Trans>
      )
    case 'broken':
      return (
        <Trans>
          서명이 맞는데 약속한 {until}까지 기록되지 않았습니다. 중계자가 약속을
          어겼습니다.
        </Trans>
      )
  }
}

function Broken() {
  return (
    <>
      <p>
        <Trans>
          심사가 끝나지 않았다면 다른 방법으로 다시 보내세요. 어긴 약속은 누구나
          공개 장부에 남길 수 있습니다.
        </Trans>
      </p>
      <Proof label={<Trans>어긴 약속을 알리는 명령 보기</Trans>}>
        <p>
          <code>npx dure challenge receipt.json --rpc URL</code>
        </p>
      </Proof>
    </>
  )
}
