/** Reviewers who send until they have a receipt, to whichever relayer lives. */
import type { Hex } from 'viem'
import { parseReceiptFile } from '../../../protocol/receipt/receiptFile.ts'
import type { SignedReceipt } from '../../../protocol/receipt/receipt.ts'
import type { ReviewStage } from './openReview.ts'

export type Acknowledged = { ballot: Hex; receipt: SignedReceipt }

export type BallotSenders = ReturnType<typeof createSenders>

/** Of the reviewers from `first` on, so many at once. */
export function createSenders(
  { makeBallot, round }: Pick<ReviewStage, 'makeBallot' | 'round'>,
  { first, last }: { first: number; last: number },
  atOnce: number,
) {
  const acknowledged: Acknowledged[] = []
  /** Sent, and no answer came: it may be kept or not. */
  const unanswered: Hex[] = []
  let next = first

  async function take(): Promise<Hex | undefined> {
    const again = unanswered.shift()
    if (again !== undefined) return again
    if (next > last) return undefined
    next += 1
    return makeBallot(next - 1)
  }

  /** Until the relayer dies, or all have a receipt. */
  async function sendOneByOne(url: string): Promise<void> {
    for (;;) {
      const ballot = await take()
      if (ballot === undefined) return
      try {
        const receipt = await sendBallot(url, round, ballot)
        acknowledged.push({ ballot, receipt })
      } catch (error) {
        unanswered.push(ballot)
        if (error instanceof TypeError) return
        throw error
      }
    }
  }

  return {
    acknowledged,
    async send(url: string): Promise<void> {
      const senders = Array.from({ length: atOnce }, () => sendOneByOne(url))
      await Promise.all(senders)
    },
  }
}

/** A broken connection is a TypeError of `fetch`. */
export async function sendBallot(
  url: string,
  round: string,
  ballot: Hex,
): Promise<SignedReceipt> {
  const answer = await fetch(`${url}/rounds/${round}/ballots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ballot }),
  })
  const body: unknown = await answer.json()
  if (answer.status !== 201) throw new Error(JSON.stringify(body))
  return parseReceiptFile((body as { receipt: unknown }).receipt)
}
