/** A round as a file for other tools, made of all that was read of it. */
import { NotDrawnError } from '../../chain/readDraw.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import { writePabulib } from '../../protocol/pabulib/writePabulib.ts'
import { type Bundle, packBundle } from '../bundle/packBundle.ts'
import type { Facts } from '../checks/facts.ts'
import { recount } from '../recount.ts'
import { type ProposalResult, toResults } from './results.ts'
import { toCsv } from './toCsv.ts'
import { toPabulib } from './toPabulib.ts'

/**
 * - `bundle`: all that was read, to verify without a network.
 * - `csv`, `results`: proposals and results, as a table and as JSON.
 * - `pb`: counted ballots and results in Pabulib's format.
 */
export const exportKinds = ['bundle', 'csv', 'results', 'pb'] as const
export type ExportKind = (typeof exportKinds)[number]

export type Exported = string | Uint8Array<ArrayBuffer>

/** Recounts once, whatever is wanted of it. */
export async function makeExports(
  bundle: Bundle,
  wanted: readonly ExportKind[],
): Promise<Map<ExportKind, Exported>> {
  const facts = await recount(bundle.record)
  const results = toResults(facts)
  const files = new Map<ExportKind, Exported>()
  for (const kind of wanted)
    files.set(kind, await makers[kind]({ bundle, facts, results }))
  return files
}

type Material = { bundle: Bundle; facts: Facts; results: ProposalResult[] }
type Maker = (material: Material) => Exported | Promise<Exported>

const makers: Readonly<Record<ExportKind, Maker>> = {
  bundle: async ({ bundle }) => Uint8Array.from(await packBundle(bundle)),
  csv: ({ results }) => toCsv(results),
  results({ bundle, facts, results }) {
    const { block, chainId, round } = bundle.record
    const { rules } = facts
    return jsonText({ round, chainId, block, rules, proposals: results })
  },
  pb({ bundle, facts, results }) {
    const file = toPabulib(bundle.record, facts, results)
    if (!file) throw new NotDrawnError()
    return writePabulib(file)
  },
}
