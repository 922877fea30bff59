/** How many streams may be open at once: in all, and from one address. */
import { TooManyError } from '../http/errors.ts'

/** Answers what to call at the end of the stream. */
export type TakeStream = (address: string) => () => void

const mostInAll = 500
const mostOfAddress = 20
/** Seconds after which it may have become better. */
const later = 60

export function limitStreams(): TakeStream {
  const open = new Map<string, number>()
  let all = 0
  return (address) => {
    const ofAddress = open.get(address) ?? 0
    if (all >= mostInAll || ofAddress >= mostOfAddress)
      throw new TooManyError({ seconds: later })
    all += 1
    open.set(address, ofAddress + 1)
    return () => {
      all -= 1
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    }
  }
}
