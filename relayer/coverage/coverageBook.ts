/** Coverage of rounds; what is on the chain is read again only when pages came. */
import { type Address, getAddress } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { recently } from '../node/recently.ts'
import type { Services } from '../services.ts'
import { addTickets, type CoverageWithTickets } from './addTickets.ts'
import { type Coverage, readCoverage } from './readCoverage.ts'

export type CoverageBook = (round: Address) => Promise<CoverageWithTickets>

type Reading = Pick<Services, 'database' | 'node' | 'rounds'>

/** Milliseconds: a full round is some megabytes of logs. */
const age = 10_000

export function createCoverageBook(services: Reading): CoverageBook {
  const rounds = new Map<Address, () => Promise<CoverageWithTickets>>()
  return async (address) => {
    // Throws unless there is such a round: nothing is kept of others.
    await services.rounds.round(address)
    const round = getAddress(address)
    const known = rounds.get(round)
    if (known) return known()
    const cover = whenPagesCame(services, round)
    const read = recently(age, async () =>
      addTickets(services, round, await cover()),
    )
    rounds.set(round, read)
    return read()
  }
}

function whenPagesCame(
  services: Reading,
  round: Address,
): () => Promise<Coverage> {
  let latest: { pages: number; coverage: Coverage } | undefined
  return async () => {
    const { pages } = await getBallotCounts(services.node.reader, { round })
    if (latest && pages > 0 && latest.pages === pages) return latest.coverage
    const coverage = await readCoverage(services, round)
    latest = { pages, coverage }
    return coverage
  }
}
