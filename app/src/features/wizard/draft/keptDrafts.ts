/** Drafts of rounds on this device, saved at every change, seen by all tabs. */
import { useMemo, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { forget, keep } from '../../../config/kept.ts'
import { type Draft, draftSchema } from './draft.ts'

const prefix = 'dure.roundDraft.'
const listeners = new Set<() => void>()
/** Where the browser keeps nothing, they live as long as the tab. */
const unkept = new Map<string, string>()

/** Stands in the address. */
export function draftId({ salt }: Pick<Draft, 'salt'>): string {
  return salt.slice(2, 18)
}

export function keepDraft(draft: Draft): void {
  const name = prefix + draftId(draft)
  if (keep(name, draft)) unkept.delete(name)
  else unkept.set(name, JSON.stringify(draft))
  tell()
}

export function forgetDraft(id: string): void {
  unkept.delete(prefix + id)
  forget(prefix + id)
  tell()
}

export function readDraft(id: string): Draft | undefined {
  return parse(textOf(id))
}

export function useDraft(id: string): Draft | undefined {
  const text = useSyncExternalStore(listen, () => textOf(id))
  return useMemo(() => parse(text), [text])
}

export function useDraftIds(): readonly string[] {
  const ids = useSyncExternalStore(listen, () => findIds().join())
  return ids === '' ? [] : ids.split(',')
}

function findIds(): string[] {
  const names = new Set(unkept.keys())
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix)) names.add(name)
  } catch {
    // Nothing is kept here.
  }
  return [...names].map((name) => name.slice(prefix.length)).sort()
}

function textOf(id: string): string | null {
  const other = unkept.get(prefix + id)
  if (other !== undefined) return other
  try {
    return localStorage.getItem(prefix + id)
  } catch {
    return null
  }
}

function parse(text: string | null): Draft | undefined {
  try {
    const read = v.safeParse(draftSchema, JSON.parse(text ?? 'null'))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
