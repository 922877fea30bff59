/** How long a passphrase would withstand guessing, roughly: by length and variety. */
export type Strength = 'tooShort' | 'weak' | 'fair' | 'strong'

export const leastLength = 8

export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < leastLength) return 'tooShort'
  const bits = distinctLength(passphrase) * Math.log2(alphabetOf(passphrase))
  if (bits < 50) return 'weak'
  return bits < 75 ? 'fair' : 'strong'
}

/** Letters that only repeat earlier ones count half. */
function distinctLength(text: string): number {
  const letters = Array.from(text)
  const distinct = new Set(letters).size
  return distinct + (letters.length - distinct) / 2
}

function alphabetOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[가-힣]/, 400],
    [/[^a-zA-Z\d가-힣]/, 20],
  ]
  return kinds.reduce(
    (sum, [kind, size]) => sum + (kind.test(text) ? size : 0),
    1,
  )
}
