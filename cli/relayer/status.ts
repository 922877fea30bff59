/** `dure relayer status`: asks a relayer how it is. */
import type { Command } from 'commander'
import { formatEther } from 'viem'
import type { RelayerClient } from '../../relayer/client.ts'
import { BaseError } from '../../protocol/errors.ts'
import { jsonOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped, oneLine, renderRows } from '../printing.ts'
import { reachRelayer, connectRelayer } from './connectRelayer.ts'

const examples = `
Examples:
  $ dure relayer status https://relayer.example
  $ dure relayer status http://127.0.0.1:8787 --json | jq .purse

Exit code 1 if anything needs its operator.`

type Options = { json?: true }
type Answer = Awaited<
  ReturnType<Awaited<ReturnType<RelayerClient['health']['$get']>>['json']>
>
type Health = Extract<Answer, { isWell: boolean }>

/** The longest that is shown of a trouble. */
const widthOfTrouble = 120

export function addRelayerStatus(
  relayer: Command,
  surroundings: Surroundings,
): void {
  relayer
    .command('status')
    .description('ask a relayer how it is')
    .argument('<url>', 'its address')
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (url: string, options: Options) => {
      const health = await readHealth(url)
      if (!health.isWell) surroundings.checkFailed()
      const text = describeHealth(health)
      report({ surroundings, options }, { text, json: health })
    })
}

async function readHealth(text: string): Promise<Health> {
  const relayer = connectRelayer(text)
  const answer = await reachRelayer(relayer, relayer.client.health.$get())
  const health: unknown = await answer.json().catch(() => undefined)
  if (!isHealth(health)) throw new NoRelayerError({ url: relayer.url })
  return health
}

/** Whatever else answers there is of no known shape. */
function isHealth(answer: unknown): answer is Health {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'isWell' in answer &&
    typeof answer.isWell === 'boolean'
  )
}

function describeHealth(health: Health): string {
  const { node, purse, queues, relayer, troubles } = health
  const rows = [
    ['relayer', relayer],
    ['database', health.database.answers ? 'answers' : 'does not answer'],
    ['node', node.answers ? describeNode(node) : 'does not answer'],
    ['ballots', queues ? describeQueues(queues) : 'not known'],
    [
      'purse',
      purse
        ? `${formatEther(BigInt(purse.balance))} ETH, for about ${grouped(purse.ballots)} ballots`
        : 'not known',
    ],
  ]
  const told = troubles.map((text) => oneLine(text, widthOfTrouble))
  const verdict = health.isWell ? ['All is well.'] : told
  return [renderRows([{}, {}], rows), ...verdict].join('\n')
}

function describeNode({ block, blockAge }: Health['node']): string {
  return `block ${grouped(block ?? 0)}, ${grouped(blockAge ?? 0)} s old`
}

function describeQueues(queues: NonNullable<Health['queues']>): string {
  return Object.entries(queues)
    .map(
      ([state, count]) => `${count === null ? '?' : grouped(count)} ${state}`,
    )
    .join(', ')
}

export class NoRelayerError extends BaseError {
  override name = 'NoRelayerError'

  constructor({ url }: { url: string }) {
    super(`What answers at ${url} is no relayer.`, {
      metaMessages: [
        'Expected the address that a relayer says it is reached at.',
      ],
    })
  }
}
