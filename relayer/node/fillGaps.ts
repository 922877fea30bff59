/**
 * Fills nonces that nothing has: a node that named a nonce too high leaves them
 * empty, and what was signed waits for them for ever. Only for an account that
 * nobody else sends from.
 */
import { encodeAbiParameters, type Hash, keccak256 } from 'viem'
import { getTransactionCount } from 'viem/actions'
import { estimateFees, limitFees } from '../../chain/delivery/fees.ts'
import type { Delivery } from '../../chain/delivery/journal.ts'
import type { DeliverySettings } from '../../chain/delivery/settings.ts'
import { signTransaction } from '../../chain/delivery/signTransaction.ts'
import type { DeliveryClient } from '../../chain/delivery/watch.ts'
import { BaseError } from '../../protocol/errors.ts'

/** Looks in a row that find the same gap: one answer may be late, or a lie. */
const looks = 5
/** A wider one is left to a person: each nonce costs a transaction. */
const widest = 64

/** Each call looks once, and answers whether the journal has something more. */
export function createGapFiller(
  client: DeliveryClient,
  settings: DeliverySettings,
): () => Promise<boolean> {
  let seen = { first: -1, times: 0 }

  async function look(): Promise<boolean> {
    const open = await loadOpen(client, settings)
    const { address } = client.account
    const next = await getTransactionCount(client, { address })
    const missing = missingFrom(next, open)
    const [first] = missing
    const waiting = open.at(-1)
    if (first === undefined || waiting === undefined) {
      seen = { first: -1, times: 0 }
      return false
    }
    seen = { first, times: seen.first === first ? seen.times + 1 : 1 }
    if (seen.times < looks) return false
    if (seen.times === looks) {
      const cause = new NonceGapError({ next, nonce: waiting.nonce })
      const progress = { event: 'troubled', delivery: waiting, cause } as const
      settings.onProgress?.(progress)
    }
    if (missing.length > widest) return false
    for (const nonce of missing)
      await settings.journal.save(await signNothing(client, settings, nonce))
    return true
  }

  // Nobody signs with one of these nonces meanwhile.
  return () => settings.journal.exclusively(look)
}

/** Lowest nonce first. */
async function loadOpen(
  { account, chain }: DeliveryClient,
  { journal }: DeliverySettings,
): Promise<Delivery[]> {
  const deliveries = await journal.load()
  return deliveries
    .filter(
      ({ chainId, from }) => chainId === chain.id && from === account.address,
    )
    .toSorted((one, other) => one.nonce - other.nonce)
}

/** All that come before another one, and are in nobody's hands. */
function missingFrom(next: number, open: readonly Delivery[]): number[] {
  const nonces = open.map(({ nonce }) => nonce)
  const missing: number[] = []
  const last = nonces.at(-1) ?? next
  for (let nonce = next; nonce < last && missing.length <= widest; nonce += 1)
    if (!nonces.includes(nonce)) missing.push(nonce)
  return missing
}

/** Nothing, sent to the account itself. */
async function signNothing(
  client: DeliveryClient,
  { highestFeePerGas }: DeliverySettings,
  nonce: number,
): Promise<Delivery> {
  const { account, chain } = client
  const from = account.address
  const transaction = await signTransaction(
    account,
    { chainId: chain.id, nonce, to: from, data: '0x', gas: 21_000n },
    limitFees(await estimateFees(client), highestFeePerGas),
  )
  return {
    act: nameNothing(chain.id, nonce),
    functionName: 'fillNonce',
    chainId: chain.id,
    ...{ from, nonce, transactions: [transaction] },
  }
}

function nameNothing(chainId: number, nonce: number): Hash {
  const types = [{ type: 'string' }, { type: 'uint256' }, { type: 'uint256' }]
  const values = ['fillNonce', BigInt(chainId), BigInt(nonce)]
  return keccak256(encodeAbiParameters(types, values))
}

export class NonceGapError extends BaseError {
  override name = 'NonceGapError'
  readonly next: number
  readonly nonce: number

  constructor({ next, nonce }: { next: number; nonce: number }) {
    super(
      `A transaction has nonce ${nonce}, and nothing has nonce ${next}, for which the chain waits.`,
      {
        metaMessages: [
          `The node said something untrue when it was signed. Up to ${widest} nonces are filled with transactions of nothing.`,
        ],
      },
    )
    this.next = next
    this.nonce = nonce
  }
}
