/**
 * `npm run bench:relayer`: how many ballots a second a relayer acknowledges. The
 * ballots are sealed and signed before, half of them with passkeys; the relayer
 * runs in a process of its own and keeps each on the disk before it answers.
 *
 *   npm run bench:relayer                   60 seconds, PGlite
 *   npm run bench:relayer -- --postgres     the same with a PostgreSQL server
 *   npm run bench:relayer -- --seconds 20 --ballots 4000 --at-once 32
 *   npm run bench:relayer -- --full         872 × 10 ballots, to a verified result
 */
import { parseArgs } from 'node:util'
import { createProgress } from '../../cli/progress.ts'
import { pglite, postgres } from '../../test/relayer/support/databases.ts'
import { describeLoad, describeRound } from './describe.ts'
import { measureRelayer } from './measureRelayer.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    ballots: { type: 'string', default: '12000' },
    'at-once': { type: 'string', default: '32' },
    postgres: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
})
const kind = values.postgres ? postgres() : pglite()
const communities = 300
const seats = Math.ceil(Number(values.ballots) / communities)
const size = values.full
  ? { communities: 872, seats: 10 }
  : { communities, seats }

try {
  const measured = await measureRelayer(kind, createProgress(process.stderr), {
    ...size,
    atOnce: Number(values['at-once']),
    seconds: values.full ? undefined : Number(values.seconds),
  })
  console.log(describeLoad(kind.name, measured))
  if (measured.round) console.log(describeRound(measured.round))
  const { given, kept } = measured.receipts
  process.exitCode = given === kept && !measured.round?.failed ? 0 : 1
} finally {
  await kind.end()
}
// Hardhat keeps handles open after its chain is closed.
process.exit()
