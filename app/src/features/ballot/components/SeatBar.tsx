/** Whose review this is, on a phone that several people share. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type HeldKey, holdKey } from '../../../keys/heldKeys.ts'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { isOfSeat } from '../../../keys/heldKeys.ts'
import { ForgetSeat } from './ForgetSeat.tsx'

export function SeatBar({ heldKey }: { heldKey: HeldKey }) {
  const { t } = useLingui()
  const keys = useKeysOfRound(heldKey.round)
  const others = keys.filter((one) => !isOfSeat(one, heldKey))
  return (
    <div className="seat-bar no-print">
      <p className="strong">
        <Trans>심사자 {heldKey.reviewer}번</Trans>
      </p>
      {others.map((other) => (
        <button
          key={other.reviewer}
          className="button button--quiet"
          type="button"
          aria-label={t`심사자 ${other.reviewer}번으로 바꾸기`}
          onClick={() => {
            holdKey(other)
          }}
        >
          <Trans>다른 심사자: {other.reviewer}번</Trans>
        </button>
      ))}
      <ForgetSeat heldKey={heldKey} />
    </div>
  )
}
