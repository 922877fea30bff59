/** `dure proposals`: every registered proposal and where it stands. */
import { type Command, Option } from 'commander'
import {
  getProposals,
  type RegisteredProposal,
} from '../../chain/getProposals.ts'
import { proposalStates } from '../../chain/enums.ts'
import { addRoundOptions, type RoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession, type RoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { whileWaiting } from '../frame/whileWaiting.ts'
import { grouped, renderTable } from '../printing.ts'
import { readRoundContext } from '../roundContext.ts'

const examples = `
Examples:
  $ dure proposals
  $ dure proposals --state pending --json`

type Options = RoundOptions & { state?: string }

const columns = [
  { heading: 'number', align: 'right' },
  { heading: 'key' },
  { heading: 'state' },
  { heading: 'version', align: 'right' },
  { heading: 'category', align: 'right' },
  { heading: 'asks for', align: 'right' },
  { heading: 'sha2-256 of the text' },
] as const

export function addProposals(
  program: Command,
  surroundings: Surroundings,
): void {
  const command = program
    .command('proposals')
    .description('all registered proposals, in the order of registration')
    .addOption(
      new Option('--state <state>', 'only those').choices(
        proposalStates.filter((state) => state !== 'none'),
      ),
    )
    .addHelpText('after', examples)
  addRoundOptions(command).action(async (options: Options) => {
    const session = await openRoundSession(surroundings, options)
    const { round } = session
    const reading = readAll(session)
    const all = await whileWaiting(session, 'Reading the proposals', reading)
    const { state } = options
    const proposals = all.filter(
      (proposal) => state === undefined || proposal.state === state,
    )
    report(session, {
      text: renderTable(columns, proposals.map(toCells)),
      json: { round, proposals },
    })
  })
}

async function readAll({
  reader,
  round,
}: RoundSession): Promise<RegisteredProposal[]> {
  const { fromBlock } = await readRoundContext(reader, round)
  return getProposals(reader, { round, fromBlock })
}

/** Before the roster nobody has a number. */
function toCells(proposal: RegisteredProposal): string[] {
  const { ask, category, digest, key, number, state, version } = proposal
  return [
    number === 0 ? '–' : String(number),
    key,
    state,
    String(version),
    String(category),
    grouped(ask),
    digest,
  ]
}
