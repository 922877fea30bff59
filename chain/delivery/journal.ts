/** Where signed transactions are kept until their act is on the chain for good. */
import type { Address, Hash, Hex } from 'viem'

/** One act of an account: a call that shall happen once. */
export type Delivery = {
  /** The same call of the same account on the same chain has the same name. */
  act: Hash
  functionName: string
  chainId: number
  from: Address
  nonce: number
  /**
   * Signed, all with this nonce, so at most one can be included; each but the
   * first replaces the one before with higher fees.
   */
  transactions: readonly Hex[]
}

export type Journal = {
  /** What is not yet finished, of every account and chain. */
  load(): Promise<Delivery[]>
  /** Adds a delivery, or puts it in the place of the one with its nonce. */
  save(delivery: Delivery): Promise<void>
  remove(delivery: Delivery): Promise<void>
  /** Runs one work at a time, over all processes that share the journal. */
  exclusively<result>(work: () => Promise<result>): Promise<result>
}

/** Forgets all with the process: for tests, and where keys live as short. */
export function memoryJournal(): Journal {
  const deliveries = new Map<string, Delivery>()
  return {
    load: () => Promise.resolve([...deliveries.values()]),
    save(delivery) {
      deliveries.set(placeOf(delivery), delivery)
      return Promise.resolve()
    },
    remove(delivery) {
      deliveries.delete(placeOf(delivery))
      return Promise.resolve()
    },
    exclusively: inTurn(),
  }
}

/** One nonce of one account on one chain holds one delivery. */
export function placeOf({ chainId, from, nonce }: Delivery): string {
  return `${chainId}-${from.toLowerCase()}-${nonce}`
}

/** Each work begins when the one before it has ended, well or badly. */
export function inTurn(): Journal['exclusively'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
}
