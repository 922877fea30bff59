/** Writes test/vectors/*.json from the protocol code: `npm run generate`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ballotVectors, pageVectors } from './vectors/ballots.ts'
import type { Columns } from './vectors/columns.ts'
import { drawVectors, listVectors, seedVectors } from './vectors/draws.ts'
import { envelopeVectors } from './vectors/envelopes.ts'
import { pointVectors } from './vectors/points.ts'
import { rankingVectors } from './vectors/rankings.ts'
import { receiptVectors } from './vectors/receipts.ts'
import { sealVectors } from './vectors/seals.ts'
import { attemptVectors, shareVectors } from './vectors/shares.ts'
import { typedDataVectors } from './vectors/typedData.ts'

/** Each file, and what makes it; test/vectors/README.md tells the fields. */
const files: Record<string, () => Columns | Promise<Columns>> = {
  'seeds.json': seedVectors,
  'draws.json': drawVectors,
  'lists.json': listVectors,
  'points.json': pointVectors,
  'rankings.json': rankingVectors,
  'typedData.json': typedDataVectors,
  'seals.json': sealVectors,
  'ballots.json': ballotVectors,
  'pages.json': pageVectors,
  'envelopes.json': envelopeVectors,
  'attempts.json': attemptVectors,
  'shares.json': shareVectors,
  'receipts.json': receiptVectors,
}

const folder = path.join(import.meta.dirname, '../test/vectors')
const isCheck = process.argv.includes('--check')

await mkdir(folder, { recursive: true })
for (const [name, makeVectors] of Object.entries(files)) {
  const text = render(await makeVectors())
  if (!isCheck) await writeFile(path.join(folder, name), text)
  else if ((await readCurrent(name)) !== text) {
    console.error(
      `test/vectors/${name} is not what the protocol code gives. ` +
        'Run `npm run generate`, look at the difference and commit it.',
    )
    process.exitCode = 1
  }
}

function render(columns: Columns): string {
  const note = 'By `npm run generate`. Do not edit; see README.md.'
  return `${JSON.stringify({ generated: note, ...columns }, null, 2)}\n`
}

function readCurrent(name: string): Promise<string | undefined> {
  return readFile(path.join(folder, name), 'utf8').catch(() => undefined)
}
