/** A value that is kept on this device, as components see it. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as v from 'valibot'
import { keep, keptText, listenToKept, parseKept } from './kept.ts'

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
  return parse(place, keptText(place.name))
}

/** The latest is read before, so that two tabs do not undo each other. */
export function changeKeptValue<schema extends v.GenericSchema>(
  place: KeptPlace<schema>,
  edit: Edit<v.InferOutput<schema>>,
): void {
  keep(place.name, edit(readKeptValue(place)))
}

/** `place` must be the same object as long as it is the same place. */
export function useKeptValue<schema extends v.GenericSchema>(
  place: KeptPlace<schema>,
): [v.InferOutput<schema>, (edit: Edit<v.InferOutput<schema>>) => void] {
  const text = useKeptText(place.name)
  const value = useMemo(() => parse(place, text), [place, text])
  const change = useCallback(
    (edit: Edit<v.InferOutput<schema>>) => {
      changeKeptValue(place, edit)
    },
    [place],
  )
  return [value, change]
}

export function useKeptText(name: string): string | null {
  return useSyncExternalStore(listenToKept, () => keptText(name))
}

function parse<schema extends v.GenericSchema>(
  { empty, schema }: KeptPlace<schema>,
  text: string | null,
): v.InferOutput<schema> {
  return parseKept(schema, text) ?? empty
}
