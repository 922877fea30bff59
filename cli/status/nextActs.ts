/** Who can do what next, and until when: from where the round stands. */
import type { RoundStatus, TrusteesStatus } from './readStatus.ts'

export type NextAct = {
  who: string
  /** With what it is done; nothing where only time has to pass. */
  command?: string
  /** Who exactly, or what it waits for. */
  note?: string
  from?: number
  until?: number
}

export function nextActs(status: RoundStatus): NextAct[] {
  const { phase, rankedAt, times } = status
  switch (phase) {
    case 'registration':
      return [
        {
          who: 'applicants',
          command: 'dure propose',
          until: times.registerUntil,
        },
        { who: 'screener', command: 'dure screen', until: times.rosterBy },
        ...keyActs(status),
      ]
    case 'screening':
      return [
        { who: 'screener', command: 'dure screen', until: times.rosterBy },
        { who: 'admin', command: 'dure roster fix', until: times.rosterBy },
        ...keyActs(status),
      ]
    case 'roll':
      return [...rollActs(status), ...keyActs(status), ...freezeActs(status)]
    case 'draw':
      return drawActs(status)
    case 'review':
      return [
        { who: 'reviewers', command: 'dure cast', until: times.close },
        trusteesLater(status),
      ]
    case 'opening':
      return openingActs(status)
    case 'ranking':
      return [{ who: 'anyone', command: 'dure rank' }]
    case 'objections':
      return [
        {
          who: 'reviewers and applicants',
          command: 'dure object',
          until: rankedAt + times.objectionPeriod,
        },
        { who: 'committee', command: 'dure answer', until: decideFrom(status) },
      ]
    case 'answers':
      return [
        { who: 'committee', command: 'dure answer', until: decideFrom(status) },
      ]
    case 'confirmation':
      return [{ who: 'committee', command: 'dure confirm' }, verify]
    case 'confirmed':
    case 'cancelled':
    case 'lapsed':
    case 'failed':
      return [verify]
  }
}

const verify: NextAct = { who: 'anyone', command: 'dure verify' }

function keyActs({ times, trustees }: RoundStatus): NextAct[] {
  if (trustees.haveKeys) return []
  const until = times.freezeBy
  if (trustees.isDisputed)
    return [
      {
        who: 'admin',
        command: 'dure keys attempt',
        note: `attempt ${trustees.attempt} ended with a dispute`,
        until,
      },
    ]
  const command = 'dure trustee run'
  return [{ who: 'trustees', command, note: missingKeyStep(trustees), until }]
}

/** The first step that is not complete holds up the others. */
function missingKeyStep({ attempt, missing }: TrusteesStatus): string {
  const step =
    (['package', 'shares'] as const).find((name) => missing[name].length > 0) ??
    'confirmation'
  return `attempt ${attempt}: ${step} of ${missing[step].join(', ')} missing`
}

function rollActs({ roll, times }: RoundStatus): NextAct[] {
  if (roll.published === roll.chunks) return []
  const note = `${roll.published} of ${roll.chunks} chunks are there`
  const command = 'dure roll publish'
  return [{ who: 'registrar', command, note, until: times.freezeBy }]
}

function freezeActs({ roll, times, trustees }: RoundStatus): NextAct[] {
  if (roll.published < roll.chunks || !trustees.haveKeys) return []
  const from = roll.changedAt + times.rollNotice
  const command = 'dure freeze'
  return [{ who: 'admin', command, from, until: times.freezeBy }]
}

function drawActs(status: RoundStatus): NextAct[] {
  const { drawBlock, isDrawn, times, trustees } = status
  if (isDrawn)
    return [
      {
        who: 'reviewers',
        from: times.reviewFrom,
        note: 'the lists are drawn: dure list',
      },
    ]
  const until = times.drawBy
  const command = 'dure draw'
  if (!drawBlock.isStored)
    return [
      {
        who: 'anyone',
        command,
        note: `after block ${drawBlock.number}`,
        until,
      },
    ]
  const missing = trustees.missing['lottery share']
  const short = trustees.threshold - (trustees.count - missing.length)
  if (short <= 0) return [{ who: 'anyone', command, until }]
  const note = `${short} more lottery shares of ${missing.join(', ')}`
  return [{ who: 'trustees', command: 'dure trustee run', note, until }]
}

function openingActs(status: RoundStatus): NextAct[] {
  const { block, times, trustees } = status
  if (trustees.keyCame)
    return [{ who: 'anyone', command: 'dure open', until: times.openUntil }]
  if (block.time > times.releaseUntil)
    return [
      {
        who: 'reviewers',
        command: 'dure open --own FILE',
        note: 'the key never came: each opens the own ballot',
        until: times.openUntil,
      },
    ]
  return [trusteesLater(status)]
}

function trusteesLater({ times, trustees }: RoundStatus): NextAct {
  const missing = trustees.missing['ballot share']
  const short = trustees.threshold - (trustees.count - missing.length)
  return {
    who: 'trustees',
    command: 'dure trustee run',
    note: `${short} more ballot shares of ${missing.join(', ')}`,
    from: times.releaseFrom,
    until: times.releaseUntil,
  }
}

function decideFrom({ rankedAt, times }: RoundStatus): number {
  return rankedAt + times.objectionPeriod + times.answerPeriod
}
