/** Where a round stands, in words and local times. */
import { describeTime } from '../frame/describeTime.ts'
import { nameOf } from '../frame/networks.ts'
import { grouped, renderRows } from '../printing.ts'
import { type NextAct, nextActs } from './nextActs.ts'
import type { RoundStatus } from './readStatus.ts'

/** `now` is the chain's time: its contracts know no other. */
export function describeStatus(status: RoundStatus): string {
  const now = status.block.time
  const columns = [{}, {}]
  return [
    renderRows(columns, toRows(status)),
    '',
    'Times',
    renderRows([{}, {}, {}], toTimes(status)),
    '',
    'What comes next',
    ...nextActs(status).map((act) => `  ${describeAct(act, now)}`),
  ].join('\n')
}

function toRows(status: RoundStatus): string[][] {
  const { ballots, block, objections, reviewers, roster, trustees } = status
  return [
    ['round', status.round],
    ['chain', nameOf(status.chainId)],
    ['phase', status.phase],
    ['block', `${block.number}, ${describeTime(block.time, block.time)}`],
    [
      'proposals',
      roster.isFixed
        ? `${grouped(roster.onRoster)} on the roster`
        : `${grouped(roster.accepted)} accepted so far`,
    ],
    ['reviewers', roster.isFixed ? grouped(reviewers) : 'not known yet'],
    ['trustees', `${trustees.threshold} of ${trustees.count} open`],
    ['keys', describeKeys(status)],
    [
      'ballots',
      `${grouped(ballots.cast)} reviewers cast, in ${grouped(ballots.pages)} pages; ${grouped(ballots.settled)} counted or spoiled`,
    ],
    ...(objections.count === 0
      ? []
      : [
          [
            'objections',
            `${objections.count}, ${objections.answered} answered`,
          ],
        ]),
  ]
}

function describeKeys({ trustees }: RoundStatus): string {
  if (trustees.keyCame) return 'the ballot key is public'
  if (trustees.haveKeys) return 'they stand'
  return `attempt ${trustees.attempt}${trustees.isDisputed ? ', disputed' : ''}`
}

function toTimes({ block, rankedAt, times }: RoundStatus): string[][] {
  const named: [string, number][] = [
    ['registration until', times.registerUntil],
    ['roster by', times.rosterBy],
    ['freeze by', times.freezeBy],
    ['draw by', times.drawBy],
    ['review from', times.reviewFrom],
    ['close', times.close],
    ['release from', times.releaseFrom],
    ['release until', times.releaseUntil],
    ['opening until', times.openUntil],
    ...(rankedAt === 0
      ? []
      : ([['objections until', rankedAt + times.objectionPeriod]] as [
          string,
          number,
        ][])),
  ]
  return named.map(([name, time]) => ['', name, describeTime(time, block.time)])
}

/** `trustees: dure trustee run (3 of 5 missing), until …` */
export function describeAct(
  { command, from, note, until, who }: NextAct,
  now: number,
): string {
  const parts = [
    command === undefined ? who : `${who}: ${command}`,
    ...(note === undefined ? [] : [note]),
    ...(from === undefined || from <= now
      ? []
      : [`from ${describeTime(from, now)}`]),
    ...(until === undefined ? [] : [`until ${describeTime(until, now)}`]),
  ]
  return parts.join(', ')
}
