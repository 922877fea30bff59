/** One step of several: done, due now, to come, or never any more; what it waits for. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import './steps.css'

export type StepMark = 'done' | 'now' | 'next' | 'never'

export type StepItemProps = {
  mark: StepMark
  title: ReactNode
  children?: ReactNode
}

/** Inside of `<ol className="act-steps">`. */
export function StepItem({ children, mark, title }: StepItemProps) {
  const { t } = useLingui()
  const marks = {
    done: ['✓', t`끝남`],
    now: ['▶', t`지금`],
    next: ['·', t`나중`],
    never: ['✕', t`하지 못함`],
  } as const
  const [sign, name] = marks[mark]
  return (
    <li {...(mark === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span className="act-steps__mark" aria-hidden>
        {sign}
      </span>
      <div className="stack stack--tight">
        <p className="strong">
          <span className="visually-hidden">{name}: </span>
          {title}
        </p>
        {children}
      </div>
    </li>
  )
}
