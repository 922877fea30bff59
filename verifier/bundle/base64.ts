/** Bytes as base64, without Node. */
import { BundleShapeError, type Shape } from './shapes.ts'

/** `String.fromCharCode` takes only so many at once. */
const bytesAtOnce = 32_768

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += bytesAtOnce)
    parts.push(
      String.fromCharCode(...bytes.subarray(start, start + bytesAtOnce)),
    )
  return btoa(parts.join(''))
}

export const base64: Shape<Uint8Array> = (json, at) => {
  const expected = 'bytes in base64'
  if (typeof json !== 'string') throw new BundleShapeError({ at, expected })
  try {
    return Uint8Array.from(atob(json), (letter) => letter.charCodeAt(0))
  } catch {
    throw new BundleShapeError({ at, expected })
  }
}
