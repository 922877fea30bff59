/**
 * Small things kept on this device, told of every change, of other tabs too. Where a
 * browser keeps nothing they live until the tab is closed.
 */
import * as v from 'valibot'

const unkept = new Map<string, string>()
const listeners = new Set<() => void>()

export function readKept<schema extends v.GenericSchema>(
  name: string,
  schema: schema,
): v.InferOutput<schema> | undefined {
  return parseKept(schema, keptText(name))
}

export function keptText(name: string): string | null {
  const other = unkept.get(name)
  if (other !== undefined) return other
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** None for what is not of the schema. */
export function parseKept<schema extends v.GenericSchema>(
  schema: schema,
  text: string | null,
): v.InferOutput<schema> | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? 'null'))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

/** Answers whether it outlives the tab. */
export function keep(name: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  const isKept = store(name, text)
  if (isKept) unkept.delete(name)
  else unkept.set(name, text)
  tell()
  return isKept
}

export function forget(name: string): void {
  unkept.delete(name)
  try {
    localStorage.removeItem(name)
  } catch {
    // Then it was never kept.
  }
  tell()
}

/** What begins so. */
export function keptNames(prefix: string): string[] {
  const names = new Set(unkept.keys())
  try {
    for (const name of Object.keys(localStorage)) names.add(name)
  } catch {
    // Nothing outlives the tab.
  }
  return [...names].filter((name) => name.startsWith(prefix)).sort()
}

export function listenToKept(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function store(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
