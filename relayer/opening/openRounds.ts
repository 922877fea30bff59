/** Takes every round a step further that anyone may take: draw, opening, ranking. */
import type { Address } from 'viem'
import { getAddress } from 'viem'
import { getPhase } from '../../chain/getPhase.ts'
import type { Services } from '../services.ts'
import { drawLists } from './drawLists.ts'
import { openBallots } from './openBallots.ts'
import { rankProposals } from './rankProposals.ts'

/** Others may do the same at once: a refusal then only says that it is done. */
export async function openRounds(services: Services): Promise<void> {
  for (const round of await readRounds(services))
    try {
      await takeStep(services, round)
      services.troubles.over(nameOf(round))
    } catch (error) {
      services.troubles.note(nameOf(round), error)
    }
}

const nameOf = (round: Address) => `opening of ${round}`

async function takeStep(services: Services, round: Address): Promise<void> {
  const facts = await services.rounds.round(round)
  // Not the one that is kept for a while: what follows is paid for.
  const phase = await getPhase(services.node.reader, { round })
  if (phase === 'draw') await drawLists(services, facts)
  if (phase === 'opening') await openBallots(services, facts)
  if (phase === 'ranking') await rankProposals(services, facts)
}

/** Not all of the factory's: anyone may make rounds, and openings cost. */
export async function readRounds({
  config,
  database: { db },
}: Services): Promise<Address[]> {
  const rows = await db
    .selectFrom('ballots')
    .select('round')
    .where('state', 'in', ['recorded', 'final'])
    .distinct()
    .execute()
  const known = rows.map(({ round }) => getAddress(round))
  return [...new Set([...config.rounds, ...known])]
}
