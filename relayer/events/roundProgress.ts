/** Where rounds stand, for those who watch: read once in a while for all of them. */
import { type Address, getAddress } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import type { Phase } from '../../chain/enums.ts'
import { countBallots } from '../ballots/countBallots.ts'
import { recently } from '../node/recently.ts'
import type { Services } from '../services.ts'

export type RoundProgress = {
  phase: Phase
  /** Pages on the chain, and reviewers who have a ballot in them. */
  pages: number
  cast: number
  /** Reviewers whose ballots are counted, or spoiled. */
  settled: number
  /** Acknowledged here, and not yet on the chain. */
  waiting: number
}

export type ProgressBook = (round: Address) => Promise<RoundProgress>

type Reading = Pick<Services, 'database' | 'node' | 'rounds'>

export function createProgressBook(services: Reading): ProgressBook {
  const age = 1000 * services.node.pace.pollEvery
  const rounds = new Map<Address, () => Promise<RoundProgress>>()
  return async (address) => {
    await services.rounds.round(address)
    const round = getAddress(address)
    const known = rounds.get(round)
    if (known) return known()
    const read = recently(age, () => readProgress(services, round))
    rounds.set(round, read)
    return read()
  }
}

async function readProgress(
  { database, node, rounds }: Reading,
  round: Address,
): Promise<RoundProgress> {
  const [phase, counts, waiting] = await Promise.all([
    rounds.phase(round),
    getBallotCounts(node.reader, { round }),
    countBallots(database, ['waiting', 'sent'], round),
  ])
  return { phase, ...counts, waiting }
}
