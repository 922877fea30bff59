/** Tells what a file is by its first bytes, for the few kinds that are taken. */

export const mediaTypes = [
  'application/json',
  'text/plain',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
] as const
export type MediaType = (typeof mediaTypes)[number]

/** Where they stand, and what stands there. */
type Mark = readonly [offset: number, bytes: readonly number[]]

const marks: readonly (readonly [MediaType, readonly Mark[]])[] = [
  // %PDF-
  ['application/pdf', [[0, [0x25, 0x50, 0x44, 0x46, 0x2d]]]],
  ['image/png', [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]]],
  ['image/jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  [
    'image/webp',
    [
      // RIFF, and behind the length WEBP
      [0, [0x52, 0x49, 0x46, 0x46]],
      [8, [0x57, 0x45, 0x42, 0x50]],
    ],
  ],
]

/** None: it is nothing that is taken here. */
export function detectType(bytes: Uint8Array): MediaType | undefined {
  for (const [type, needed] of marks)
    if (needed.every((mark) => has(bytes, mark))) return type
  const text = decode(bytes)
  if (text === undefined) return undefined
  return isJson(text) ? 'application/json' : 'text/plain'
}

function has(bytes: Uint8Array, [offset, mark]: Mark): boolean {
  return mark.every((byte, index) => bytes[offset + index] === byte)
}

function decode(bytes: Uint8Array): string | undefined {
  // No text holds it, and much that is none does.
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
