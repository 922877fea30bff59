/** Chance that a seed repeats. */
export type Dice = {
  /** From 0 to `bound` − 1. */
  below: (bound: number) => number
  /** Both ends included. */
  between: (least: number, most: number) => number
  /** True once in so many. */
  onceIn: (count: number) => boolean
  pick: <T>(from: readonly T[]) => T
  shuffled: <T>(items: readonly T[]) => T[]
  bytes: (length?: number) => Uint8Array<ArrayBuffer>
}

export function createDice(seed: number): Dice {
  const next = mulberry32(seed)
  const below = (bound: number) => Math.floor(next() * bound)
  const between = (least: number, most: number) =>
    least + below(most - least + 1)
  return {
    below,
    between,
    onceIn: (count) => below(count) === 0,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    shuffled: (items) => shuffle(items, below),
    bytes: (length = 32) => Uint8Array.from({ length }, () => below(256)),
  }
}

/** Tommy Ettinger's generator: small, fast and good enough for tests. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffle<T>(items: readonly T[], below: Dice['below']): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = below(i + 1)
    const moved = mixed[i] as T
    mixed[i] = mixed[j] as T
    mixed[j] = moved
  }
  return mixed
}
