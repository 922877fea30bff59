/** Hands ballots in at a relayer over HTTP, so many at once, and takes its receipts. */
import { type Address, bytesToHex } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import { parseReceiptFile } from '../../protocol/receipt/receiptFile.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'

export type PostBallotsParameters = {
  /** Of the relayer. */
  url: string
  round: Address
  ballots: readonly Uint8Array[]
  atOnce: number
  /** Hears of each receipt, and after how many milliseconds it came. */
  onReceipt: (receipt: SignedReceipt, milliseconds: number) => void
  /** Asked before each ballot; without it all are sent. */
  isOver?: () => boolean
}

export async function postBallots({
  atOnce,
  ballots,
  isOver = () => false,
  onReceipt,
  round,
  url,
}: PostBallotsParameters): Promise<void> {
  const target = `${url}/rounds/${round}/ballots`
  let next = 0
  async function postOneByOne(): Promise<void> {
    for (;;) {
      const ballot = ballots[next++]
      if (ballot === undefined || isOver()) return
      const began = performance.now()
      const receipt = await postBallot(target, ballot)
      onReceipt(receipt, performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, postOneByOne))
}

async function postBallot(
  target: string,
  ballot: Uint8Array,
): Promise<SignedReceipt> {
  const answer = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ballot: bytesToHex(ballot) }),
  })
  const text = await answer.text()
  if (answer.status !== 201)
    throw new BallotRefusedError({ status: answer.status, text })
  return parseReceiptFile((JSON.parse(text) as { receipt: unknown }).receipt)
}

export class BallotRefusedError extends BaseError {
  override name = 'BallotRefusedError'

  constructor({ status, text }: { status: number; text: string }) {
    super('The relayer did not take a ballot of the rehearsal.', {
      metaMessages: [`It answered ${status}: ${text.slice(0, 300)}`],
    })
  }
}
