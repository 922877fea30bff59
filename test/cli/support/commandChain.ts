/** A served chain with people who act on it by commands. */
import { type Address, type Hex, keccak256, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { holdPort } from '../../../cli/holdPort.ts'
import { type ServedChain, startServedChain } from '../../../cli/servedChain.ts'

export type Person = { address: Address; env: Record<string, string> }

export type CommandChain = {
  chain: ServedChain
  url: string
  /** What a command needs to act for this person. */
  person(name: string): Person
  /** Time of the latest block. */
  time(): Promise<number>
}

export type Past = {
  /** Seconds ago: when the chain began. */
  began: number
  /** What happened before it answers. */
  work(chain: ServedChain): Promise<void>
}

const noPast: Past = { began: 3_600, work: () => Promise.resolve() }

/** Names of everyone who has ether. */
export async function startCommandChain(
  names: readonly string[],
  past = noPast,
): Promise<CommandChain> {
  const held = await holdPort(0)
  const { port } = held
  const accounts = names.map(keyOf)
  const firstBlockTime = Math.floor(Date.now() / 1000) - past.began
  const chain = await startServedChain({ port, firstBlockTime, accounts })
  await past.work(chain)
  await held.release()
  await chain.open()
  const url = `http://127.0.0.1:${port}`
  return {
    chain,
    url,
    person: (name) => ({
      address: privateKeyToAccount(keyOf(name)).address,
      env: { KEY: keyOf(name) },
    }),
    async time() {
      const { getBlock } = await import('viem/actions')
      return Number((await getBlock(chain.reader)).timestamp)
    },
  }
}

export function keyOf(name: string): Hex {
  return keccak256(toHex(`dure test: ${name}`))
}
