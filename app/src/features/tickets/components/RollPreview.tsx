/** A roll before it is published: errors by line, and what changes on the chain. */
import { Trans, useLingui } from '@lingui/react/macro'
import { zeroAddress } from 'viem'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import type { Publication } from '../planPublication.ts'
import { describeRollFault } from '../words.ts'
import { LineList } from '../../acts/files/LineList.tsx'

const most = 100

export type RollPreviewProps = { publication: Publication; round: Round }

export function RollPreview({ publication, round }: RollPreviewProps) {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const { faults, plan, roll } = publication
  const empty = roll.filter((key) => key === zeroAddress).length
  const repeated = faults.filter(({ fault }) => fault.kind === 'repeated')
  const changes = plan?.changes ?? []
  return (
    <div className="stack" data-preview="roll">
      <p className="strong" role="status">
        <Trans>
          자리 {number(round.reviewers)} · 빈 자리 {number(empty)} · 오류{' '}
          {number(faults.length - repeated.length)} · 중복{' '}
          {number(repeated.length)} · 달라진 것 {number(changes.length)}
        </Trans>
      </p>
      {plan && (
        <p>
          <Trans>
            묶음 {number(plan.chunks)}개 중 보낼 것 {number(plan.toSend.length)}
            개
          </Trans>
        </p>
      )}
      {plan && empty === roll.length && (
        <p className="notice notice--warn">
          <Trans>
            모든 자리가 비어 있습니다. 아무도 심사할 수 없는 명부입니다.
          </Trans>
        </p>
      )}
      {faults.length > 0 && (
        <div className="notice notice--danger stack stack--tight" role="alert">
          <p className="strong">
            <Trans>고칠 줄. 모두 고친 파일을 다시 고르세요.</Trans>
          </p>
          <LineList
            lines={faults.map(({ fault, line }) => ({
              line,
              text: i18n._(describeRollFault(fault, (one) => i18n._(one))),
            }))}
          />
        </div>
      )}
      {changes.length > 0 && (
        <details>
          <summary>
            <Trans>바뀌는 자리 보기</Trans>
          </summary>
          <ul className="lines">
            {changes.slice(0, most).map(({ from, index, to }) => (
              <li key={index}>
                <Trans>심사자 {index + 1}</Trans>: <code>{from}</code> →{' '}
                <code>{to}</code>
              </li>
            ))}
            {changes.length > most && (
              <li>
                <Trans>그 밖에 {changes.length - most}곳</Trans>
              </li>
            )}
          </ul>
        </details>
      )}
    </div>
  )
}
