/** A trustee's steps in words: what is done, what it waits for, why it ends. */
import { describeTime } from '../frame/describeTime.ts'
import type {
  DoneReason,
  Step,
  WaitReason,
} from '../../chain/trustee/nextStep.ts'
import type { Act } from '../../chain/trustee/takeStep.ts'

export function describeDone(step: Act): string {
  switch (step.kind) {
    case 'makePackage':
      return 'Secrets are made and saved in the file.'
    case 'publishPackage':
      return 'The package is published.'
    case 'publishShares':
      return 'The shares for the others are published.'
    case 'checkShares':
      return 'The shares of the others are checked, and what came of it is saved.'
    case 'disputeShare':
      return `The share of trustee ${step.accused} is disputed: this attempt is over.`
    case 'confirmKeys':
      return 'The keys are confirmed.'
    case 'storeDrawBlock':
      return 'The block of the draw is stored.'
    case 'releaseShare':
      return `The ${step.purpose} share is released.`
  }
}

const waits: Readonly<Record<WaitReason, string>> = {
  packages: 'Waiting for the packages of',
  shares: 'Waiting for the shares of',
  confirmations: 'Waiting for the confirmations of',
  'attempt after a dispute':
    'A share was disputed: the admin starts another attempt. To blame:',
  'attempt after a wrong package':
    'A package is wrong: the admin starts another attempt. To blame:',
  'attempt after a wrong confirmation':
    'Wrong keys were confirmed: the admin starts another attempt. To blame:',
  'attempt after lost secrets':
    'This file has not the secrets of the published package: find the file that has, or ask the admin for another attempt. Trustee:',
  'attempt with this trustee':
    'This account is no trustee of the attempt under way.',
  freeze: 'The keys stand. Waiting for the freeze.',
  'draw block': 'Waiting for the block of the draw.',
  'lottery shares': 'Waiting for the lottery shares of',
  draw: 'Enough lottery shares are there: anyone makes the draw (dure draw).',
  review: 'The lists are drawn. Waiting for the review.',
  close: 'The review goes on. Waiting for its close.',
  'release time': 'The review is closed. Waiting for the time of the release.',
  'this machine’s clock':
    'The node says that the time of the release has come, but the clock of this machine does not: one of them is wrong. Nothing is released.',
  'ballot shares': 'Waiting for the ballot shares of',
}

const endings: Readonly<Record<DoneReason, string>> = {
  cancelled: 'The round is cancelled: nothing is released any more.',
  lapsed: 'The round lapsed.',
  'key came': 'The key to the ballots is public: the work is done.',
  'release ended': 'The time of the release is over.',
  'no trustee': 'This account made no keys of this round.',
  'lost secrets':
    'This file has not the secrets of this round: use the file that made the package.',
}

/** What a look at chain and file came to. */
export function describeNext(step: Step, now: number): string {
  if (step.kind === 'done') return endings[step.because]
  if (step.kind !== 'wait') return `Due now: ${step.kind}.`
  const who = step.trustees.length === 0 ? '' : ` ${step.trustees.join(', ')}.`
  const until =
    step.until === undefined ? '' : ` Until ${describeTime(step.until, now)}.`
  return `${waits[step.for]}${who}${until}`
}

/** True if the trustee itself has to do something about it. */
export function isTrouble(step: Step): boolean {
  if (step.kind === 'done')
    return step.because === 'lost secrets' || step.because === 'no trustee'
  return step.kind === 'wait' && step.for === 'attempt after lost secrets'
}
