/** One event of a round, decoded, with where and when it happened. */
import type { Address, ContractEventArgsFromTopics, Hash } from 'viem'
import type { ContractEventName } from 'viem'
import type { roundAbi } from '../../chain/generated/abis.ts'
import type { Place } from '../finding.ts'

export type EventName = ContractEventName<typeof roundAbi>

export type EventArgs<name extends EventName> = ContractEventArgsFromTopics<
  typeof roundAbi,
  name
>

/** A union over all names, so that `name` tells the arguments. */
export type RoundEvent<name extends EventName = EventName> = {
  [each in name]: { name: each; args: EventArgs<each>; at: Moment }
}[name]

export type Moment = {
  block: bigint
  logIndex: number
  transaction: Hash
  /** Unix seconds; 0 where the block's header is missing. */
  time: number
  /** Who sent the transaction, where it is known and calls the round itself. */
  sender: Address | undefined
}

/** The place of an event, for a finding about it. */
export function placeOfEvent({ name, at }: RoundEvent): Place {
  const { block, transaction, logIndex } = at
  return { block, transaction, logIndex, event: name }
}

export function isBefore(one: Moment, other: Moment): boolean {
  if (one.block !== other.block) return one.block < other.block
  return one.logIndex < other.logIndex
}

/** What some events say to a question; the others say nothing. */
export type Answers<answer, context = undefined> = {
  [name in EventName]?: (
    event: RoundEvent<name>,
    context: context,
  ) => answer | undefined
}

export function answerTo<answer, context>(
  answers: Answers<answer, context>,
  event: RoundEvent,
  context: context,
): answer | undefined {
  // The name picks the function that takes just this event.
  const ask = answers[event.name] as
    ((one: RoundEvent, context: context) => answer | undefined) | undefined
  return ask?.(event, context)
}
