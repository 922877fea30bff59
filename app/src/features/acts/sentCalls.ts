/** Calls that a wallet has sent and nobody has seen included yet: kept through reloads. */
import * as v from 'valibot'
import { type Address, type Hash, type Hex, keccak256 } from 'viem'
import { keep, readKept } from '../../config/kept.ts'
import { type Call, callData } from './call.ts'

const schema = v.array(
  v.object({
    chainId: v.number(),
    from: v.string(),
    /** Of contract and data: the same call again is not sent again. */
    call: v.string(),
    hash: v.string(),
    /** Unix seconds. */
    sentAt: v.number(),
  }),
)

export type SentCall = {
  chainId: number
  from: Address
  call: Hash
  hash: Hash
  sentAt: number
}

const place = 'dure.sentCalls'

export function callId(call: Call): Hash {
  const text: Hex = `0x${call.address.slice(2).toLowerCase()}${callData(call).slice(2)}`
  return keccak256(text)
}

export function findSent(
  chainId: number,
  from: Address,
  call: Call,
): SentCall | undefined {
  const id = callId(call)
  const own = from.toLowerCase()
  return readSent().find(
    (sent) =>
      sent.chainId === chainId &&
      sent.from.toLowerCase() === own &&
      sent.call === id,
  )
}

export function keepSent(sent: SentCall): void {
  write([...readSent().filter(({ hash }) => hash !== sent.hash), sent])
}

export function forgetSent(hash: Hash): void {
  write(readSent().filter((sent) => sent.hash !== hash))
}

function readSent(): SentCall[] {
  return (readKept(place, schema) ?? []) as SentCall[]
}

/** Where the tab keeps it alone, a reload asks the chain alone. */
function write(sent: readonly SentCall[]): void {
  keep(place, sent)
}
