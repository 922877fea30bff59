/** A page: its title in the document and in an h1 that takes the focus. */
import { type ReactNode, useEffect, useRef } from 'react'

export type PageProps = {
  title: string
  /** Of the title, where somebody wrote it. */
  lang?: string | undefined
  /** Above the heading: a way back. */
  back?: ReactNode
  /** Text is easier to read in a narrow column. */
  isText?: boolean
  children: ReactNode
}

export function Page({ back, children, isText, lang, title }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 두레 Dure`
  }, [title])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <article className={isText ? 'page page--text' : 'page'}>
      {back}
      <h1 ref={heading} tabIndex={-1} lang={lang}>
        {title}
      </h1>
      {children}
    </article>
  )
}
