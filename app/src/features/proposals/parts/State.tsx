/** How a proposal stands, in a word with an outline. */
import { useLingui } from '@lingui/react/macro'
import { type Standing, standingNames } from '../states.ts'

const kinds: Readonly<Partial<Record<Standing, string>>> = {
  recommended: 'state state--good',
  selected: 'state state--good',
  refused: 'state state--bad',
  withdrawn: 'state state--bad',
}

export function State({ standing }: { standing: Standing }) {
  const { i18n } = useLingui()
  return (
    <span className={kinds[standing] ?? 'state'}>
      {i18n._(standingNames[standing])}
    </span>
  )
}
