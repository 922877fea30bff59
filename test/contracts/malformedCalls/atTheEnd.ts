/** The round has come to one of its ends: nothing moves it any more. */
import { withdraw } from '../support/acts.ts'
import { castPage, openPage, rankAs } from '../support/ballots.ts'
import { register, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const acts: Readonly<Record<string, MalformedCall['call']>> = {
  'a registration': (stage) => register(stage, 1, { version: 2 }),
  'a withdrawal': (stage) => withdraw(stage, 1),
  'a screening': ({ round, screener }) => round.connect(screener).screen([]),
  'a roster': ({ round, admin }) => round.connect(admin).extendRoster([]),
  'a roll': ({ round, registrar }) =>
    round.connect(registrar).publishRoll(0, '0x'),
  'a freeze': ({ round, admin }) => round.connect(admin).freeze(someDigest),
  'an attempt': ({ round, admin }) =>
    round.connect(admin).startAttempt([], someDigest),
  'a draw': ({ round }) => round.draw(),
  'a page': (stage) => castPage(stage, stage.ballots),
  'an opening': (stage) => openPage(stage, 1, stage.ballots),
  'a ranking': (stage) => rankAs(stage, []),
  'an objection': ({ round }) => round.objectAsReviewer(1, someDigest, '0x'),
  'a confirmation': ({ round, committee }) =>
    round.connect(committee).confirm([], someDigest),
  'a cancellation': ({ round, admin }) =>
    round.connect(admin).cancel(someDigest),
}

/** Every act, refused because the round is at this end. */
export function everyActAfter(end: number): readonly MalformedCall[] {
  return Object.entries(acts).map(([name, call]) =>
    refused(name, call, 'Round_WrongPhase', [end]),
  )
}
