/** The block that the recount ends at, to compare with another computer's. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Verified } from '../../../../../verifier/worker/messages.ts'
import { useRound } from '../../../queries/round.ts'

export function ReadAt({ verified }: { verified: Verified }) {
  const { moment } = useFormats()
  const { round } = useRound()
  const isOther = round.toLowerCase() !== verified.round.toLowerCase()
  const { hash, number, timestamp } = verified.block
  const at = moment(Number(timestamp))
  return (
    <>
      {isOther && (
        <Notice kind="warn">
          <p className="strong">
            <Trans>이 파일은 다른 회차의 것입니다.</Trans>
          </p>
          <code>{verified.round}</code>
        </Notice>
      )}
      <dl className="facts">
        <dt>
          <Trans>어디까지 읽었나요</Trans>
        </dt>
        <dd>
          <Trans>
            블록 {String(number)}, {at}
          </Trans>
        </dd>
        <dt>
          <Trans>블록의 지문</Trans>
        </dt>
        <dd>
          <code>{hash}</code>
          <br />
          <span className="quiet">
            <Trans>
              다른 컴퓨터나 다른 노드에서 같은 블록을 보았을 때 이 지문이 같아야
              합니다.
            </Trans>
          </span>
        </dd>
      </dl>
    </>
  )
}
