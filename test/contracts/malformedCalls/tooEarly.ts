/** Acts of later phases while the registration is open. */
import { applicant } from '../support/accounts.ts'
import { someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const registration = 0

const acts: Readonly<Record<string, MalformedCall['call']>> = {
  'a roster': ({ round, admin }) => round.connect(admin).extendRoster([]),
  'a roll': ({ round, registrar }) =>
    round.connect(registrar).publishRoll(0, '0x'),
  'a freeze': ({ round, admin }) => round.connect(admin).freeze(someDigest),
  'a block hash': ({ round }) => round.storeDrawBlock(),
  'a draw': ({ round }) => round.draw(),
  'a lottery share': ({ round }) => round.releaseShare(1, 1, 1n),
  'a ballot share': ({ round }) => round.releaseShare(0, 1, 1n),
  'a ballot': ({ round }) => round.castBallot('0x'),
  'a batch of ballots': ({ round }) => round.castBallots('0x'),
  'an opening': ({ round }) => round.openPages([]),
  'a ranking': ({ round }) => round.rank('0x', '0x'),
  'a reviewer’s objection': ({ round }) =>
    round.objectAsReviewer(1, someDigest, '0x'),
  'an applicant’s objection': ({ round }) =>
    round.objectAsApplicant(applicant(1).address, someDigest, '0x'),
  'an answer': ({ round, committee }) =>
    round.connect(committee).answerObjection(1, someDigest),
  'a confirmation': ({ round, committee }) =>
    round.connect(committee).confirm([], someDigest),
}

export const tooEarly: readonly MalformedCall[] = Object.entries(acts).map(
  ([name, call]) =>
    refused(`${name} during the registration`, call, 'Round_WrongPhase', [
      registration,
    ]),
)
