/** Every act was done in its phase, by the time of its block. */
import type { Phase } from '../../chain/enums.ts'
import type { Rules } from '../../protocol/rules.ts'
import {
  type Answers,
  answerTo,
  placeOfEvent,
  type RoundEvent,
} from '../history/event.ts'
import {
  advance,
  phaseAt,
  type Progress,
  startProgress,
} from '../history/phaseAt.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { notThereYet } from '../sentences/sentences.ts'
import type { Facts } from './facts.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = rulesSentences['phases.acts']

export const phasesActs: Check = {
  name: 'phases.acts',
  needs: ['chain.block', 'chain.logs', 'rules.digest', 'phases.milestones'],
  run({ record, history, facts }) {
    const { rules } = facts
    if (!rules) return absent(notThereYet('phases.acts'))
    const progress = startProgress()
    const failures: Problem[] = []
    for (const event of history.events) {
      const phase = phaseAt(rules, progress, event.at.time)
      const isAllowed = answerTo(allowed, event, { phase, progress, rules })
      if (isAllowed === false) {
        const where = placeOfEvent(event)
        const sentence = say.outside({ phase })
        failures.push({ where, actual: phase, sentence })
      }
      advance(progress, event)
      if (event.name === 'PageCast') addCast(progress, facts, event)
    }
    const phase = phaseAt(rules, progress, Number(record.block.timestamp))
    const sentence = say.passed({ acts: history.events.length, phase })
    return passed(sentence, { failures, facts: { progress } })
  },
}

/** All that an act's rule may ask. */
type Standing = { phase: Phase; progress: Progress; rules: Rules }

/** What must hold for an act; others may be done at any time. */
const allowed: Answers<boolean, Standing> = {
  ProposalRegistered: isIn('registration'),
  ProposalScreened: (_, standing) => isBeforeRoster(standing),
  ProposalWithdrawn: ({ args }, standing) =>
    args.number === 0
      ? isBeforeRoster(standing)
      : isIn('roll', 'draw', 'review', 'opening', 'ranking')(args, standing),
  RosterExtended: isIn('screening'),
  RosterFixed: isIn('screening'),
  RollPublished: isIn('roll'),
  Frozen: isIn('roll'),
  AttemptStarted: isIn('registration', 'screening', 'roll'),
  PackagePublished: isIn('registration', 'screening', 'roll'),
  SharesPublished: isIn('registration', 'screening', 'roll'),
  ShareDisputed: isIn('registration', 'screening', 'roll'),
  KeysConfirmed: isIn('registration', 'screening', 'roll'),
  KeysStand: isIn('registration', 'screening', 'roll'),
  RoundCancelled: isIn('registration', 'screening', 'roll', 'draw', 'review'),
  ShareReleased: (event, standing) =>
    event.args.purpose === 1
      ? isDrawing(standing)
      : isReleasing(event.at.time, standing),
  KeyCame: isIn('opening'),
  DrawBlockStored: isIn('draw'),
  Drawn: (_, standing) => isDrawing(standing),
  PageCast: isIn('review'),
  BallotSkipped: isIn('review'),
  PageOpened: ({ at }, standing) => isOpening(at.time, standing),
  BallotSpoiled: ({ at }, standing) => isOpening(at.time, standing),
  Ranked: isIn('ranking'),
  Objected: isIn('objections'),
  ObjectionAnswered: isIn('objections', 'answers'),
  Departed: isIn('confirmation'),
  Confirmed: isIn('confirmation'),
}

function isIn(...phases: Phase[]) {
  return (_: unknown, { phase }: Standing) => phases.includes(phase)
}

function isBeforeRoster({ phase, progress }: Standing): boolean {
  const isEarly = phase === 'registration' || phase === 'screening'
  return isEarly && !progress.rosterStarted
}

function isDrawing({ phase, progress }: Standing): boolean {
  return phase === 'draw' && progress.blockStored
}

function isReleasing(time: number, { phase, rules }: Standing): boolean {
  const { releaseFrom, releaseUntil } = rules.times
  return phase === 'opening' && time >= releaseFrom && time <= releaseUntil
}

/** By the key once it came, by the reviewers once it can come no more. */
function isOpening(time: number, standing: Standing): boolean {
  const { phase, progress, rules } = standing
  const isOpen = progress.keyCame || time > rules.times.releaseUntil
  return phase === 'opening' && isOpen
}

/** Only those who cast at all decide whether a round fails. */
function addCast(
  progress: Progress,
  { pages }: Facts,
  { args }: RoundEvent<'PageCast'>,
): void {
  const page = pages.find(({ number }) => BigInt(number) === args.page)
  for (const { reviewer } of page?.ballots ?? []) progress.cast.add(reviewer)
}
