/** Turns a call into a signed delivery that the journal holds. */
import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  type Hash,
  keccak256,
} from 'viem'
import {
  estimateContractGas,
  getTransactionCount,
  simulateContract,
} from 'viem/actions'
import type { SendCallParameters } from '../sendCall.ts'
import { transactionGasCap } from '../transactionGasCap.ts'
import { estimateFees, limitFees } from './fees.ts'
import type { Delivery } from './journal.ts'
import type { DeliverySettings } from './settings.ts'
import { signTransaction } from './signTransaction.ts'
import type { DeliveryClient } from './watch.ts'

export type PrepareDeliveryParameters = {
  act: Hash
  call: SendCallParameters
  /** What the account has not yet finished. */
  open: readonly Delivery[]
  settings: DeliverySettings
}

/** In the journal before any node sees it. */
export async function prepareDelivery(
  client: DeliveryClient,
  { act, call, open, settings }: PrepareDeliveryParameters,
): Promise<Delivery> {
  const { account, chain } = client
  const [gas, fees, nonce] = await Promise.all([
    limitGas(client, call),
    estimateFees(client),
    freeNonce(client, open),
  ])
  const { address: to, functionName } = call
  const chainId = chain.id
  const transaction = await signTransaction(
    account,
    { chainId, nonce, to, data: encodeFunctionData(call), gas },
    limitFees(fees, settings.highestFeePerGas),
  )
  const from = account.address
  const transactions = [transaction]
  const delivery = { act, functionName, chainId, from, nonce, transactions }
  await settings.journal.save(delivery)
  return delivery
}

const actParameters = [
  { type: 'uint256' },
  { type: 'address' },
  { type: 'address' },
  { type: 'bytes' },
] as const

/** Equal for equal calls of one account. */
export function nameAct(
  { account, chain }: DeliveryClient,
  call: SendCallParameters,
): Hash {
  const data = encodeFunctionData(call)
  const chainId = BigInt(chain.id)
  return keccak256(
    encodeAbiParameters(actParameters, [
      chainId,
      account.address,
      call.address,
      data,
    ]),
  )
}

/** What is unused is not paid, and the state may change until inclusion. */
async function limitGas(
  client: DeliveryClient,
  { gas, ...call }: SendCallParameters,
): Promise<bigint> {
  const { account } = client
  if (gas !== undefined) {
    await simulateContract(client, { ...call, account, gas })
    return gas
  }
  const estimate = await estimateContractGas(client, { ...call, account })
  const ample = estimate + estimate / 4n
  if (ample <= transactionGasCap) return ample
  return estimate > transactionGasCap ? estimate : transactionGasCap
}

/** The lowest that neither the node nor the journal knows as used. */
async function freeNonce(
  client: DeliveryClient,
  open: readonly Delivery[],
): Promise<number> {
  const { address }: { address: Address } = client.account
  const used = new Set(open.map(({ nonce }) => nonce))
  let nonce = await getTransactionCount(client, {
    address,
    blockTag: 'pending',
  })
  while (used.has(nonce)) nonce += 1
  return nonce
}
