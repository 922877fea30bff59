/** `dure roster fix`: numbers the accepted proposals for good, part by part. */
import type { Command } from 'commander'
import { getRosterPlan } from '../../chain/getRosterPlan.ts'
import { RefusedError } from '../../chain/refusedError.ts'
import { checkRoster } from '../../protocol/checkRules.ts'
import type { Rules } from '../../protocol/rules.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession, type RoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { whileWaiting } from '../frame/whileWaiting.ts'
import { grouped } from '../printing.ts'
import { readRoundContext } from '../roundContext.ts'

const examples = `
Examples:
  $ dure proposals --state accepted
  $ dure roster fix --key file:admin.json

Interrupted, it goes on where the roster stands.`

type Options = RoundOptions & ActOptions

export function addRoster(program: Command, surroundings: Surroundings): void {
  const roster = program
    .command('roster')
    .description('the accepted proposals, numbered')
    .addHelpText('after', examples)
  const fix = roster
    .command('fix')
    .description('as the admin: number the accepted proposals for good')
    .addHelpText('after', examples)
  addRoundActOptions(fix).action((options: Options) =>
    fixRoster(surroundings, options),
  )
}

async function fixRoster(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const reading = readPlan(session)
  const { accepted, isFixed, onRoster, parts, pending, rules } =
    await whileWaiting(session, 'Reading the proposals', reading)
  if (!isFixed && onRoster === 0) refuseSize(rules, accepted.length)
  const length = grouped(accepted.length)
  await performInRound(session, {
    title: 'Fix the roster',
    facts: [
      ['accepted', length],
      ['numbered', grouped(onRoster)],
      ['pending', `${grouped(pending)}, which stay out`],
    ],
    warning:
      'It ends the screening, and nobody gets on or off the roster afterwards.',
    calls: parts.map((keys) =>
      roundCall(session.round, 'extendRoster', [keys]),
    ),
    unit: 'parts',
    done: `The roster is fixed with ${length} proposals.`,
    json: { proposals: accepted.length },
  })
}

async function readPlan({ reader, round }: RoundSession) {
  const { fromBlock, rules } = await readRoundContext(reader, round)
  return { rules, ...(await getRosterPlan(reader, { round, fromBlock })) }
}

/** As the contract would refuse the first part. */
function refuseSize(rules: Rules, accepted: number): void {
  const [refusal] = checkRoster(rules, accepted)
  if (refusal === undefined) return
  throw new RefusedError({
    functionName: 'extendRoster',
    errorName: refusal.error,
    values: Object.values(refusal.values),
  })
}
