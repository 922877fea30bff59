/** Opens pages of ballots, several a transaction. */
import { type Address, keccak256, parseEventLogs, toHex } from 'viem'
import type { WriteClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'
import type { SendCallReturnType } from './sendCall.ts'
import { writeRound } from './writeRound.ts'

export type OpenPagesParameters = {
  round: Address
  pages: readonly PageToOpen[]
  gas?: bigint
}
export type PageToOpen = {
  number: number
  /** The packed ballots of the page, as logged. */
  batch: Uint8Array
  /** One packed opening per ballot, in the page's order. */
  openings: Uint8Array
}
export type OpenPagesReturnType = {
  receipt: SendCallReturnType
  counted: number
  spoiled: number
}

export async function openPages(
  client: WriteClient,
  { round, pages, gas }: OpenPagesParameters,
): Promise<OpenPagesReturnType> {
  const receipt = await writeRound(client, {
    round,
    functionName: 'openPages',
    args: toOpenPagesArgs(pages),
    gas,
  })
  return { receipt, ...countOpened(receipt) }
}

/** What the contract's `openPages` takes. */
export function toOpenPagesArgs(pages: readonly PageToOpen[]) {
  const openings = pages.map(({ number, batch, openings }) => ({
    page: number,
    batchHash: keccak256(batch),
    openings: toHex(openings),
  }))
  return [openings] as const
}

/** What a transaction that opened pages came to. */
export function countOpened({ logs }: SendCallReturnType) {
  const opened = parseEventLogs({
    abi: roundAbi,
    eventName: 'PageOpened',
    logs,
  })
  return {
    counted: opened.reduce((sum, { args }) => sum + Number(args.counted), 0),
    spoiled: opened.reduce((sum, { args }) => sum + Number(args.spoiled), 0),
  }
}
