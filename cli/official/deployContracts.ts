/** Deploys all contracts through Ignition, at any node, by one account. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HardhatRuntimeEnvironment } from 'hardhat/types/hre'
import type { JsonRpcRequest } from 'hardhat/types/providers'
import {
  type Address,
  type Hex,
  hexToBigInt,
  hexToNumber,
  isAddress,
} from 'viem'
import { sendTransaction } from 'viem/actions'
import type { DeliveryClient } from '../../chain/delivery/watch.ts'
import { BaseError } from '../../protocol/errors.ts'
import { createHardhat } from '../embeddedChain.ts'
import { isLocal } from '../frame/networks.ts'

export type Deployment = {
  factory: Address
  /** The contract behind every round. */
  round: Address
  /** Makes the receipts of relayers for the factory's rounds binding. */
  receipts: Address
  p256Verifier: Address
  webAuthnVerifier: Address
}

export type DeployParameters = {
  url: string
  client: DeliveryClient
  /** Blocks to wait for after each transaction. */
  confirmations: number
}

const network = 'dure'

/**
 * On public chains Ignition keeps its journal in ignition/deployments: run
 * again, it goes on where it was, and answers what stands already.
 */
export async function deployContracts({
  client,
  confirmations,
  url,
}: DeployParameters): Promise<Deployment> {
  const folder = await temporaryFolder(client.chain.id)
  const hre = await createHardhat({
    networks: { [network]: { type: 'http', url } },
    ...(folder === undefined ? {} : { paths: { ignition: folder } }),
  })
  signHere(hre, client)
  const connection = await hre.network.create({ network })
  const { ignition } = connection
  try {
    const modules = await Promise.all([
      import('../../ignition/modules/RoundFactory.ts'),
      import('../../ignition/modules/Verifiers.ts'),
    ])
    const config = { requiredConfirmations: confirmations }
    const [factory, verifiers] = modules
    const rounds = await ignition.deploy(factory.default, { config })
    const signers = await ignition.deploy(verifiers.default, { config })
    return {
      factory: await addressOf(rounds.roundFactory),
      round: await addressOf(rounds.round),
      receipts: await addressOf(rounds.receipts),
      p256Verifier: await addressOf(signers.p256Verifier),
      webAuthnVerifier: await addressOf(signers.webAuthnVerifier),
    }
  } finally {
    await connection.close()
    if (folder !== undefined) await rm(folder, { recursive: true })
  }
}

/** A local chain begins anew each time: what was on the last one is gone. */
function temporaryFolder(chainId: number): Promise<string> | undefined {
  if (!isLocal(chainId)) return undefined
  return mkdtemp(path.join(tmpdir(), 'dure-ignition-'))
}

/** The key stays with the client: Hardhat sees an account of the node. */
function signHere(
  hre: HardhatRuntimeEnvironment,
  client: DeliveryClient,
): void {
  hre.hooks.registerHandlers('network', {
    async onRequest(context, connection, request, next) {
      const answer = (result: unknown) =>
        ({ jsonrpc: '2.0', id: request.id, result }) as const
      if (request.method === 'eth_accounts')
        return answer([client.account.address])
      if (request.method !== 'eth_sendTransaction')
        return next(context, connection, request)
      return answer(await sendSigned(client, request))
    },
  })
}

/** As Ignition fills it in: a creation with its own gas, fees and nonce. */
type Transaction = Readonly<
  Record<'data' | 'gas' | 'nonce', Hex> &
    Partial<Record<'maxFeePerGas' | 'maxPriorityFeePerGas' | 'gasPrice', Hex>>
>

function sendSigned(
  client: DeliveryClient,
  { params }: JsonRpcRequest,
): Promise<Hex> {
  const [{ data, gas, nonce, ...fees }] = params as readonly [Transaction]
  const { account, chain } = client
  const creation = {
    ...{ account, chain, data },
    gas: hexToBigInt(gas),
    nonce: hexToNumber(nonce),
  }
  const { gasPrice, maxFeePerGas = '0x0', maxPriorityFeePerGas = '0x0' } = fees
  if (gasPrice !== undefined)
    return sendTransaction(client, {
      ...creation,
      gasPrice: hexToBigInt(gasPrice),
    })
  return sendTransaction(client, {
    ...creation,
    maxFeePerGas: hexToBigInt(maxFeePerGas),
    maxPriorityFeePerGas: hexToBigInt(maxPriorityFeePerGas),
  })
}

async function addressOf(contract: {
  getAddress(): Promise<string>
}): Promise<Address> {
  const address = await contract.getAddress()
  if (!isAddress(address)) throw new NotDeployedError()
  return address
}

export class NotDeployedError extends BaseError {
  override name = 'NotDeployedError'

  constructor() {
    super('Ignition tells no address.', {
      metaMessages: ['Run the command again: it goes on where it was.'],
    })
  }
}
