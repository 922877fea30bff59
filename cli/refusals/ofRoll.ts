/** Refusals about the roll and the draw. */
import { describeTime } from '../frame/describeTime.ts'
import { grouped } from '../printing.ts'
import type { Explains } from './refusal.ts'

export const ofRoll: Explains<
  | 'Round_RollChunk'
  | 'Round_RollIncomplete'
  | 'Round_RollNotice'
  | 'Round_BlockTooEarly'
  | 'Round_BlockHashMissing'
  | 'Round_BlockHashStored'
  | 'Round_BlockHashFirst'
  | 'Round_LotteryShares'
  | 'Round_LotteryKey'
  | 'Round_Drawn'
  | 'Round_NotDrawn'
  | 'Round_NoReviewer'
> = {
  Round_RollChunk: ({ chunk, expected, length }) => ({
    sentence: `Chunk ${chunk} of the roll was sent with ${length} bytes instead of ${expected}.`,
    advice: 'Check the number of lines with `dure roll check`.',
  }),
  Round_RollIncomplete: ({ chunks, expected }) => ({
    sentence: `The roll is not complete: ${chunks} of ${expected} chunks are published.`,
    advice: 'Publish the rest with `dure roll publish`.',
  }),
  Round_RollNotice: ({ changedAt, freezeFrom }, now) => ({
    sentence: `The roll has not been public for long enough: it last changed ${describeTime(Number(changedAt), now)}.`,
    advice: `Freeze from ${describeTime(Number(freezeFrom), now)}.`,
  }),
  Round_BlockTooEarly: ({ fixedBlock }) => ({
    sentence: `Block ${fixedBlock}, which the draw waits for, has not come.`,
    advice: 'Wait for it, then run `dure draw`.',
  }),
  Round_BlockHashMissing: ({ fixedBlock }) => ({
    sentence: `The chain does not give the hash of block ${fixedBlock}.`,
    advice:
      'Try again in some blocks; a chain without EIP-2935 cannot make the draw.',
  }),
  Round_BlockHashStored: () => ({
    sentence: 'The hash of the draw’s block is stored already.',
    advice: 'Go on with the trustees’ lottery shares.',
  }),
  Round_BlockHashFirst: () => ({
    sentence: 'The hash of the draw’s block is not stored yet.',
    advice: 'Anyone stores it with `dure draw`.',
  }),
  Round_LotteryShares: ({ released, threshold }) => ({
    sentence: `${released} of the ${threshold} lottery shares that the draw needs are public.`,
    advice: 'Wait for the trustees; `dure status` says who is missing.',
  }),
  Round_LotteryKey: () => ({
    sentence: 'The trustees’ shares do not make the lottery key.',
    advice:
      'The trustees confirmed a key that is not theirs: this round will lapse.',
  }),
  Round_Drawn: () => ({
    sentence: 'The draw has been made.',
    advice: 'There is one draw only; see the lists with `dure list`.',
  }),
  Round_NotDrawn: () => ({
    sentence: 'The draw has not been made.',
    advice: 'Make it with `dure draw` once the trustees’ shares are there.',
  }),
  Round_NoReviewer: ({ count, reviewer }) => ({
    sentence: `There is no reviewer ${reviewer}.`,
    advice: `Expected a number from 1 to ${grouped(count)}.`,
  }),
}
