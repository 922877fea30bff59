/** What went wrong in an attempt, and who is to blame by what stands on the chain. */
import { Trans } from '@lingui/react/macro'
import type { GenerationView } from '../../../../../chain/trustee/trusteeView.ts'
import { Notice } from '../../../components/Notice.tsx'

export type BlameProps = {
  generation: GenerationView
  /** Another attempt was started since. */
  isPast: boolean
  stands: boolean
}

export function Blame({ generation, isPast, stands }: BlameProps) {
  const { blamed, complete, confirmations, dispute, wrongPackages } = generation
  if (stands) return null
  if (dispute) {
    const { accused, trustee } = dispute
    return (
      <Notice kind="danger">
        <p className="strong">
          <Trans>
            열쇠지기 {trustee}번이 열쇠지기 {accused}번에게서 잘못된 조각을
            받았다고 밝혔습니다.
          </Trans>
        </p>
        <p>
          <Trans>
            공개된 기록으로 다시 계산하면 잘못은 열쇠지기 {blamed}번에게
            있습니다.
          </Trans>
        </p>
      </Notice>
    )
  }
  const wrong = confirmations
    .filter(({ keysDigest }) => complete && keysDigest !== complete.keysDigest)
    .map(({ trustee }) => trustee)
  const guilty = [...wrongPackages, ...wrong].join(', ')
  if (guilty !== '')
    return (
      <Notice kind="danger">
        <p className="strong">
          {wrongPackages.length > 0 ? (
            <Trans>열쇠 재료가 잘못되었습니다: 열쇠지기 {guilty}번</Trans>
          ) : (
            <Trans>다른 열쇠를 확인했습니다: 열쇠지기 {guilty}번</Trans>
          )}
        </p>
      </Notice>
    )
  return isPast ? <Silent generation={generation} /> : null
}

/** The first step that was not complete held up the others. */
function Silent({ generation }: Pick<BlameProps, 'generation'>) {
  const { attempt, confirmations, packages, shares } = generation
  const confirmed = confirmations.map(({ trustee }) => trustee)
  const absent = (has: (number: number) => boolean) =>
    attempt.trustees.map((_, index) => index + 1).filter((one) => !has(one))
  const steps = [
    absent((number) => packages[number - 1] !== undefined),
    absent((number) => shares[number - 1] !== undefined),
    absent((number) => confirmed.includes(number)),
  ]
  const missing = steps.find((one) => one.length > 0)?.join(', ')
  if (missing === undefined) return null
  return (
    <p>
      <Trans>다음 시도가 시작될 때 하지 않은 곳: 열쇠지기 {missing}번</Trans>
    </p>
  )
}
