/** Words that somebody wrote, marked with the language that they are in. */
import type { ReactNode } from 'react'
import { say, spokenIn, type Words } from '../documents/roundDocument.ts'
import { useLanguage } from '../hooks/useLanguage.ts'

export type SaidProps = {
  words: Words | undefined
  /** Where there are none. */
  otherwise?: ReactNode
}

export function Said({ otherwise = null, words }: SaidProps) {
  const language = useLanguage()
  const text = say(words, language)
  if (text === '') return otherwise
  return <span lang={spokenIn(words, language)}>{text}</span>
}
