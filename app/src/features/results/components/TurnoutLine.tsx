/** Turnout in one line: roll, enrolled, recorded, and what became of those. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useTurnout } from './Turnout.tsx'

export function TurnoutLine() {
  const { figures } = useTurnout(true)
  const { number } = useFormats()
  if (figures.enrolled === undefined || figures.counted === undefined)
    return null
  const seats = number(figures.seats)
  const enrolled = number(figures.enrolled)
  const recorded = number(figures.recorded)
  const counted = number(figures.counted)
  const spoiled = number(figures.spoiled ?? 0)
  const unopened = number(figures.unopened ?? 0)
  return (
    <p>
      <Trans>
        명부 {seats} ▸ 등록 {enrolled} ▸ 기록 {recorded} = 집계 {counted} + 무효{' '}
        {spoiled} + 미개봉 {unopened}
      </Trans>
    </p>
  )
}
