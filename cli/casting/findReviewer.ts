/** Who is meant: by number, or by a key that the roll holds. */
import { type Address, isAddress, zeroAddress } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { getRoll } from '../../chain/getRoll.ts'
import { readRound } from '../../chain/readRound.ts'
import { BaseError } from '../../protocol/errors.ts'
import { NoReviewerError } from '../../protocol/draw.ts'
import { reviewersOf } from '../../protocol/roll.ts'
import type { RoundContext } from '../roundContext.ts'
import { UsageError } from '../usageError.ts'

export type Reviewer = { reviewer: number; key: Address }

/** `text` is a number or a key; without it the key is `account`. */
export async function findReviewer(
  client: ReadClient,
  context: RoundContext,
  { text, account }: { text: string | undefined; account: Address | undefined },
): Promise<Reviewer> {
  if (text !== undefined && /^\d{1,9}$/.test(text))
    return findByNumber(client, context, Number(text))
  const key = text ?? account
  if (key === undefined || !isAddress(key, { strict: false }))
    throw new UsageError(
      'It is not said which reviewer is meant.',
      'Give the number, a key of the roll, or --key.',
    )
  return findByKey(client, context, key)
}

async function findByNumber(
  client: ReadClient,
  { round }: RoundContext,
  reviewer: number,
): Promise<Reviewer> {
  const count = { round, functionName: 'reviewerCount', args: [] } as const
  const reviewers = Number(await readRound(client, count))
  if (reviewer < 1 || reviewer > reviewers)
    throw new NoReviewerError({ reviewer, count: reviewers })
  const args = [BigInt(reviewer)] as const
  const call = { round, functionName: 'rollKey', args } as const
  return { reviewer, key: await readRound(client, call) }
}

async function findByKey(
  client: ReadClient,
  { fromBlock, round }: RoundContext,
  key: Address,
): Promise<Reviewer> {
  const roll = await getRoll(client, { round, fromBlock })
  const [reviewer, ...others] = reviewersOf(roll, key)
  if (reviewer === undefined) throw new KeyNotOnRollError({ key })
  if (others.length > 0)
    throw new UsageError(
      `The key holds several seats: ${[reviewer, ...others].join(', ')}.`,
      'Give the number of one of them.',
    )
  return { reviewer, key }
}

/** An empty seat, or another's, cannot be acted for. */
export function requireKey({ key, reviewer }: Reviewer, account: Address) {
  if (key.toLowerCase() !== account.toLowerCase())
    throw new OtherKeyError({ account, key, reviewer })
}

export class KeyNotOnRollError extends BaseError {
  override name = 'KeyNotOnRollError'

  constructor({ key }: { key: Address }) {
    super(`${key} is not on the roll.`, {
      metaMessages: [
        'Expected a key that the registrar put on the roll of this round.',
      ],
    })
  }
}

export class OtherKeyError extends BaseError {
  override name = 'OtherKeyError'

  constructor({ account, key, reviewer }: Reviewer & { account: Address }) {
    super(`Reviewer ${reviewer} has another key than ${account}.`, {
      metaMessages: [
        key === zeroAddress
          ? 'The seat is empty.'
          : `The roll says ${key}: give --key the source of that one.`,
      ],
    })
  }
}
