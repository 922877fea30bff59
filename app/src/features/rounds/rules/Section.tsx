/** A part of the rules, under its heading. */
import { type ReactNode, useId } from 'react'

export type SectionProps = { title: ReactNode; children: ReactNode }

export function Section({ children, title }: SectionProps) {
  const id = useId()
  return (
    <section className="stack text-blocks" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
