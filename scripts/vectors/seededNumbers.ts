/** Numbers for vectors that look random and never change. */
import { readU32 } from '../../protocol/bytes.ts'
import { seededRandom } from './seededRandom.ts'

/** Gives numbers from 0 to `bound` − 1. */
export type Below = (bound: number) => number

export function seededNumbers(name: string): Below {
  const random = seededRandom(name)
  return (bound) => readU32(random(4), 0) % bound
}
