/** `dure deploy`: puts factory, receipts and verifiers on --rpc's chain. */
import type { Command } from 'commander'
import { checkChain } from '../../chain/checkChain.ts'
import { BaseError } from '../../protocol/errors.ts'
import { describeChain } from '../describeChain.ts'
import { agree } from '../frame/act.ts'
import { deliverySettings } from '../frame/delivery.ts'
import { nameOf } from '../frame/networks.ts'
import {
  type ActOptions,
  addActOptions,
  addChainOptions,
  type ChainOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { type ActSession, openActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { renderRows } from '../printing.ts'
import type { Deployment } from './deployContracts.ts'

const examples = `
Examples:
  $ dure deploy --key file:deployer.json
  $ dure deploy --rpc https://node.example --key keystore:DEPLOYER --json

One factory serves any number of rounds and has no owner. On public chains
ignition/deployments keeps what was deployed: run again, it goes on there.`

type Options = ChainOptions & ActOptions & { anyway?: true }

/** Ten libraries, the round, the factory, the receipts and two verifiers. */
const contracts = 15

export function addDeploy(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('deploy')
    .description(
      'put the round factory, the receipts and the verifiers on a chain',
    )
    .option('--anyway', 'deploy on a chain that does not fit, too')
    .addHelpText('after', examples)
  addActOptions(addChainOptions(command)).action((options: Options) =>
    deploy(surroundings, options),
  )
}

async function deploy(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const session = await openActSession(surroundings, options)
  const now = surroundings.now()
  const { isFit, lines } = describeChain(
    await checkChain(session.reader, { now }),
  )
  if (!isFit && !options.anyway) throw new ChainUnfitError({ lines })
  const { client } = session
  const rows = [
    ['chain', nameOf(session.chainId)],
    ...lines.map((line) => ['', line]),
    ['account', client.account.address],
    ['contracts', String(contracts)],
  ]
  const question = `Deploy the contracts:\n${renderRows([{}, {}], rows)}`
  if (await agree(session, question)) await deployAndTell(session)
}

async function deployAndTell(session: ActSession): Promise<void> {
  const { chainId, client, options, progress, surroundings } = session
  const { pace } = deliverySettings(surroundings, chainId, options)
  const { confirmations } = pace
  const deployment = await progress.step(
    ...(['deploying', contracts, 'contracts'] as const),
    async () => {
      // Hardhat and Ignition take seconds to load.
      const { deployContracts } = await import('./deployContracts.ts')
      const url = session.rpc
      return deployContracts({ url, client, confirmations })
    },
  )
  report(session, {
    text: describeDeployment(deployment),
    json: { chainId, ...deployment },
  })
}

function describeDeployment(deployment: Deployment): string {
  const { factory, p256Verifier, receipts, round, webAuthnVerifier } =
    deployment
  const rows = [
    ['factory', factory],
    ['behind its rounds', round],
    ['receipts of relayers', receipts],
    ['verifier of P-256 keys', p256Verifier],
    ['verifier of passkeys', webAuthnVerifier],
  ]
  return `${renderRows([{}, {}], rows)}\n  export DURE_FACTORY=${factory}`
}

export class ChainUnfitError extends BaseError {
  override name = 'ChainUnfitError'

  constructor({ lines }: { lines: readonly string[] }) {
    super('A round cannot be made on this chain and finished.', {
      metaMessages: [...lines, 'Choose another chain, or give --anyway.'],
    })
  }
}
