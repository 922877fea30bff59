/** Of rules where a proposal is chosen or not: one large checkbox. */
import { Trans } from '@lingui/react/macro'

export type LikeProps = {
  isChosen: boolean
  onChoose: (value: number) => void
}

export function Like({ isChosen, onChoose }: LikeProps) {
  return (
    <label className="choice choice--like">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => {
          onChoose(event.currentTarget.checked ? 1 : 0)
        }}
      />
      <span>
        <Trans>이 제안을 고릅니다</Trans>
      </span>
    </label>
  )
}
