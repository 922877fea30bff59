/**
 * `npm run bench -- --verify`: how long the verifier takes, and how that grows
 * with the ballots. Each round is played on a chain of its own, which answers
 * over HTTP; the verifier reads and checks it in a process of its own.
 *
 *   npm run bench -- --verify            1,000 to 40,000 ballots
 *   npm run bench -- --verify 1000 8720  these sizes only
 */
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import { playRound } from '../../cli/rehearse/rehearse.ts'
import { createProgress } from '../../cli/progress.ts'
import { measureVerifier, type VerifierFigures } from './measureVerifier.ts'
import { serveChain } from '../../cli/rehearse/serveChain.ts'

type Size = { communities: number; seats: number }

const sizes: readonly Size[] = [
  { communities: 100, seats: 10 },
  { communities: 200, seats: 10 },
  { communities: 400, seats: 10 },
  { communities: 872, seats: 10 },
  { communities: 1_000, seats: 40 },
]

const progress = createProgress(process.stderr)
const wanted = process.argv.slice(2).map(Number)
const chosen = sizes.filter(
  (size) => wanted.length === 0 || wanted.includes(ballotsOf(size)),
)
const rows: (VerifierFigures & { ballots: number })[] = []
for (const size of chosen)
  rows.push({ ballots: ballotsOf(size), ...(await measure(size)) })
console.table(rows)
process.exit(rows.every(({ failed }) => failed === 0) ? 0 : 1)

function ballotsOf({ communities, seats }: Size): number {
  return communities * seats
}

/** Everyone casts. */
function measure({ communities, seats }: Size): Promise<VerifierFigures> {
  const trustees = { threshold: 3, count: 5 }
  const fund = Math.ceil(communities / 2)
  const seed = 'bench'
  const plan = planSimulation({
    ...{ communities, seats, list: 10, fund },
    ...{ turnout: 1, trustees, seed },
  })
  return playRound(plan, seed, progress, async ({ chain, round }) => {
    const served = await serveChain(chain.reader)
    try {
      return await measureVerifier(served.url, round)
    } finally {
      await served.close()
    }
  })
}
