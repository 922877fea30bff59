/** Sets of proposals as the chain writes them: bit (number − 1) of words. */

const wordBits = 256

/** The words for `n` proposals, the lowest numbers first. */
export function toBitField(proposals: Iterable<number>, n: number): bigint[] {
  const words = Array.from({ length: Math.ceil(n / wordBits) }, () => 0n)
  for (const proposal of proposals) {
    const index = proposal - 1
    const word = Math.floor(index / wordBits)
    words[word] = (words[word] ?? 0n) | (1n << BigInt(index % wordBits))
  }
  return words
}

/** The proposal numbers in rising order. */
export function fromBitField(words: readonly bigint[]): number[] {
  return words.flatMap((word, wordIndex) => {
    const proposals: number[] = []
    for (let bit = 0, rest = word; rest !== 0n; bit++, rest >>= 1n)
      if (rest & 1n) proposals.push(wordIndex * wordBits + bit + 1)
    return proposals
  })
}
