/**
 * `npm run bench`: what a round of the real case's size costs, next to what
 * others charge for one vote; one run, one chain.
 *
 *   npm run bench                  872 communities, 8,720 ballots, the peers
 *   npm run bench -- --json OUT    the same as JSON, too
 *   npm run bench -- --snapshot    writes .gas-snapshot from the small round
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { connection, deployFactory } from '../test/contracts/support/chain.ts'
import { checkBars } from './bars.ts'
import { type GasRow, gasPerUnit } from './GasRow.ts'
import { measurePasskeys } from './measurePasskeys.ts'
import { measureRound } from './measureRound.ts'
import { measureGovernor } from './peers/governor.ts'
import { measureSemaphore } from './peers/semaphore.ts'
import { fullSize, smallSize } from './sizes.ts'
import { formatSnapshot, snapshotFile } from './snapshot.ts'

const { values } = parseArgs({
  options: { json: { type: 'string' }, snapshot: { type: 'boolean' } },
})

const report = (text: string) => process.stderr.write(`${text}\n`)
const grouped = (value: number | bigint) => value.toLocaleString('en-US')

if (values.snapshot === true) {
  const rows = await measureRound(await deployFactory(), smallSize, report)
  await writeFile(snapshotFile, formatSnapshot(rows))
} else {
  await bench(values.json)
}
await connection.close()

async function bench(json: string | undefined): Promise<void> {
  const started = performance.now()
  const peers = [
    ...(await measureGovernor(connection)),
    ...(await measureSemaphore(connection)),
  ]
  const deployment = await deployFactory()
  const rows = [
    ...(await measureRound(deployment, fullSize, report)),
    ...(await measurePasskeys(deployment)),
  ]
  const bars = checkBars(rows)
  const seconds = Math.round((performance.now() - started) / 1000)

  console.log('\nOne vote elsewhere (gas of the whole transaction)')
  console.table(
    peers.map(({ peer, scenario, gas }) => ({
      peer,
      scenario,
      gas: grouped(gas),
    })),
  )
  console.log(
    `A round of ${fullSize.communities} communities with ${fullSize.seats} seats, lists of ${fullSize.list}, Borda, pages of ${fullSize.page}`,
  )
  console.table(
    rows.map((row) => ({
      scenario: row.scenario,
      gas: grouped(row.gas),
      units: grouped(row.units),
      'gas a unit': grouped(gasPerUnit(row)),
    })),
  )
  console.log('Bars')
  console.table(
    bars.map(({ name, gas, bar, isHeld }) => ({
      name,
      gas: grouped(gas),
      bar: grouped(bar),
      held: isHeld ? 'yes' : 'NO',
    })),
  )
  console.log(`${seconds} s`)
  if (json !== undefined)
    await writeFile(json, toJson({ peers, rows, bars, seconds }))
  if (bars.some(({ isHeld }) => !isHeld)) process.exitCode = 1
}

/** Gas fits a double; units and bars do as well. */
function toJson(result: { rows: GasRow[] } & Record<string, unknown>): string {
  const plain = (_: string, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value
  return `${JSON.stringify(result, plain, 2)}\n`
}
