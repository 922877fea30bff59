/**
 * The text of a document that is being written, kept on this device. Its random
 * bits are kept with it: after a reload the same text is the same document, so that
 * the same act is not sent twice.
 */
import { useState } from 'react'
import * as v from 'valibot'
import { forget as forgetKept, keep, readKept } from '../../config/kept.ts'
import { randomDigits } from '../../documents/newDocument.ts'

const schema = v.object({ text: v.string(), random: v.string() })

export type DocumentDraft = v.InferOutput<typeof schema>

/** `place`: of the round and the act. */
export function useDocumentDraft(place: string) {
  const name = `dure.document.${place}`
  const [draft, setDraft] = useState<DocumentDraft>(
    () => readKept(name, schema) ?? { text: '', random: randomDigits() },
  )
  const change = (text: string) => {
    const next = { ...draft, text }
    setDraft(next)
    keep(name, next)
  }
  /** Once it is on the chain. */
  const forget = () => {
    forgetKept(name)
    setDraft({ text: '', random: randomDigits() })
  }
  return { draft, change, forget }
}
