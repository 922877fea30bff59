/** `dure draw`: anyone stores the block when it is due, then makes the draw. */
import type { Command } from 'commander'
import { getDrawState } from '../../chain/getDrawState.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { BaseError } from '../../protocol/errors.ts'
import { roundCall } from '../frame/act.ts'
import { describeTime } from '../frame/describeTime.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound, type RoundAct } from '../frame/performInRound.ts'
import { report } from '../frame/report.ts'
import { openRoundActSession, type RoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readRoundContext, type RoundContext } from '../roundContext.ts'

const examples = `
Examples:
  $ dure draw --key file:anyone.json
      After the freeze: stores the hash of the block that was fixed.
  $ dure draw --key file:anyone.json
      Once enough trustees released their lottery shares: makes the lists.`

type Options = RoundOptions & ActOptions

export function addDraw(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('draw')
    .description('as anyone: store the block of the draw, then draw the lists')
    .addHelpText('after', examples)
  addRoundActOptions(command).action(async (options: Options) => {
    const session = await openRoundActSession(surroundings, options)
    const context = await readRoundContext(session.reader, session.round)
    const act = await nextAct(session, context)
    if (act) await performInRound(session, act)
    else
      report(session, {
        text: 'The lists are drawn: `dure list` shows them.',
        json: { round: context.round, isDrawn: true, transactions: [] },
      })
  })
}

async function nextAct(
  { reader, surroundings }: RoundActSession,
  { round, rules }: RoundContext,
): Promise<RoundAct | undefined> {
  const [phase, state] = await Promise.all([
    getPhase(reader, { round }),
    getDrawState(reader, { round }),
  ])
  const { block, isDrawn, isStored, latest, released } = state
  if (isDrawn) return undefined
  const now = surroundings.now()
  const by = describeTime(rules.times.drawBy, now)
  if (phase === 'draw' && !isStored) {
    if (latest <= block)
      throw new DrawWaitsError(
        `Block ${block} has to pass; the latest is ${latest}.`,
        by,
      )
    return storeBlock(round, block)
  }
  const missing = rules.threshold - released.length
  if (phase === 'draw' && missing > 0)
    throw new DrawWaitsError(
      `${missing} more trustees have to release their lottery share with \`dure trustee run\`; ${released.length === 0 ? 'nobody' : `trustees ${released.join(', ')}`} did.`,
      by,
    )
  // In any other phase the contract says in its own words why not.
  return drawLists(round)
}

function storeBlock(round: RoundContext['round'], block: bigint): RoundAct {
  return {
    title: 'Store the block of the draw',
    facts: [['block', String(block)]],
    warning: 'Its hash goes into the seed; it cannot be chosen again.',
    calls: [roundCall(round, 'storeDrawBlock', [])],
    done: 'The block is stored: trustees release their lottery shares now.',
    json: { isDrawn: false },
  }
}

function drawLists(round: RoundContext['round']): RoundAct {
  return {
    title: 'Draw the lists',
    facts: [],
    warning: 'There is one draw only.',
    calls: [roundCall(round, 'draw', [])],
    done: 'The lists are drawn: `dure list` shows them.',
    json: { isDrawn: true },
  }
}

export class DrawWaitsError extends BaseError {
  override name = 'DrawWaitsError'

  constructor(missing: string, by: string) {
    super('The draw has to wait.', {
      metaMessages: [missing, `It is due ${by}.`],
    })
  }
}
