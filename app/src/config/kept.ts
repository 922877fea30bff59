/** Small things kept on this device. A browser that keeps nothing is no error. */
import * as v from 'valibot'

export function readKept<schema extends v.GenericSchema>(
  name: string,
  schema: schema,
): v.InferOutput<schema> | undefined {
  try {
    const parsed = v.safeParse(
      schema,
      JSON.parse(localStorage.getItem(name) ?? 'null'),
    )
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Answers whether it is kept. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // Then it was never kept.
  }
}
