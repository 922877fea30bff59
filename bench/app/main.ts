/**
 * `npm run bench -- --app`: seconds until pages of a large round are there in
 * Chromium, and until it is recounted there. 872 × 10 ballots, or as told.
 *
 *   npm run bench -- --app --communities 100 --seats 5
 */
import { parseArgs } from 'node:util'
import { createProgress } from '../../cli/progress.ts'
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import { playRound } from '../../cli/rehearse/rehearse.ts'
import { serveChain } from '../../cli/rehearse/serveChain.ts'
import { measurePages } from './measurePages.ts'
import { serveDocuments } from './serveDocuments.ts'

const { values } = parseArgs({
  options: {
    communities: { type: 'string', default: '872' },
    seats: { type: 'string', default: '10' },
  },
})
const communities = Number(values.communities)
const seed = 'bench'
const plan = planSimulation({
  ...{ communities, seats: Number(values.seats), list: 10 },
  ...{ fund: Math.ceil(communities / 2), turnout: 1, seed },
  trustees: { threshold: 3, count: 5 },
})

const figures = await playRound(
  plan,
  seed,
  createProgress(process.stderr),
  async ({ chain, round }) => {
    const node = await serveChain(chain.reader)
    const documents = await serveDocuments(plan.proposals, seed)
    try {
      const { factory } = chain
      const place = { node: node.url, documents: documents.url }
      return await measurePages({
        ...{ ...place, factory, round },
        proposals: communities,
      })
    } finally {
      await documents.close()
      await node.close()
    }
  },
)
console.table(figures)
// Hardhat keeps handles open after its chain is closed.
process.exit(figures.every(({ isRight }) => isRight) ? 0 : 1)
