/** `dure relayer register`: says on the chain where a relayer is reached. */
import type { Command } from 'commander'
import { registerCall } from '../../chain/registerRelayer.ts'
import { perform, toJsonTransactions } from '../frame/act.ts'
import {
  type ActOptions,
  addActOptions,
  addChainOptions,
  type ChainOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { parseRelayerUrl } from './parseRelayerUrl.ts'
import {
  findReceipts,
  receiptsOption,
  type ReceiptsOptions,
} from './receiptsOption.ts'

const examples = `
Examples:
  $ dure relayer register --url https://relayer.example --key file:relayer.json
  $ dure relayer register --url "" --key file:relayer.json
      Takes it back.

--key is the relayer's own: the one that signs its receipts.`

type Options = ChainOptions & ActOptions & ReceiptsOptions & { url: string }

export function addRegister(
  relayer: Command,
  surroundings: Surroundings,
): void {
  const command = relayer
    .command('register')
    .description('as the relayer: say on the chain where it is reached')
    .requiredOption('--url <url>', 'its address; empty takes it back')
    .addOption(receiptsOption())
    .addHelpText('after', examples)
  addActOptions(addChainOptions(command)).action((options: Options) =>
    register(surroundings, options),
  )
}

async function register(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const url = options.url === '' ? '' : parseRelayerUrl(options.url)
  const session = await openActSession(surroundings, options)
  const { receipts } = await findReceipts(session, options)
  const sent = await perform(session, {
    title: url === '' ? 'Take the address back' : 'Say where it is reached',
    facts: [['address', url === '' ? 'none' : url]],
    warning: 'It is public, under the address of the account.',
    calls: [registerCall({ receipts, url })],
  })
  const relayer = session.client.account.address
  report(session, {
    text:
      sent.length === 0
        ? 'Nothing was sent.'
        : `${relayer} is ${url === '' ? 'registered no more' : `reached at ${url}`}.`,
    json: {
      ...{ relayer, receipts, url },
      isDryRun: options.dryRun === true,
      transactions: toJsonTransactions(sent),
    },
  })
}
