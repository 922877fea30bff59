/** Makes a sentence of its two languages. */
import type { Sentence } from '../finding.ts'

export function say(ko: string, en: string): Sentence {
  return { ko, en }
}

/** A number with its noun, as English counts. */
export function many(count: number, one: string, others = `${one}s`): string {
  return `${count} ${count === 1 ? one : others}`
}

/** What every check can say. */
export type CheckSentences = {
  /** What the check is about, without a full stop. */
  title: Sentence
  passed: (parameters: never) => Sentence
}
