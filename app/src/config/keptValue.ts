/** A value that is kept on this device: told of every change, of other tabs too. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { keep } from './kept.ts'

/** Where a browser keeps nothing: until the tab is closed. */
const unkept = new Map<string, string>()
const listeners = new Set<() => void>()

export type KeptPlace<schema extends v.GenericSchema> = {
  name: string
  schema: schema
  /** Where nothing is kept. */
  empty: v.InferOutput<schema>
}

export type Edit<value> = (value: value) => value

export function readKeptValue<schema extends v.GenericSchema>(
  place: KeptPlace<schema>,
): v.InferOutput<schema> {
  return parse(place, textOf(place.name))
}

/** The latest is read before, so that two tabs do not undo each other. */
export function changeKeptValue<schema extends v.GenericSchema>(
  place: KeptPlace<schema>,
  edit: Edit<v.InferOutput<schema>>,
): void {
  const value = edit(readKeptValue(place))
  if (keep(place.name, value)) unkept.delete(place.name)
  else unkept.set(place.name, JSON.stringify(value))
  for (const listener of listeners) listener()
}

/** `place` must be the same object as long as it is the same place. */
export function useKeptValue<schema extends v.GenericSchema>(
  place: KeptPlace<schema>,
): [v.InferOutput<schema>, (edit: Edit<v.InferOutput<schema>>) => void] {
  const text = useSyncExternalStore(listen, () => textOf(place.name))
  const value = useMemo(() => parse(place, text), [place, text])
  const change = useCallback(
    (edit: Edit<v.InferOutput<schema>>) => {
      changeKeptValue(place, edit)
    },
    [place],
  )
  return [value, change]
}

function textOf(name: string): string | null {
  try {
    return unkept.get(name) ?? localStorage.getItem(name)
  } catch {
    return null
  }
}

function parse<schema extends v.GenericSchema>(
  { empty, schema }: KeptPlace<schema>,
  text: string | null,
): v.InferOutput<schema> {
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? 'null'))
    return read.success ? read.output : empty
  } catch {
    return empty
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
