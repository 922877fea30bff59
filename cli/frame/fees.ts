/** What a transaction needs and costs at the moment. */
import { formatEther } from 'viem'
import {
  estimateContractGas,
  estimateFeesPerGas,
  getGasPrice,
} from 'viem/actions'
import type { WriteClient } from '../../chain/clients.ts'
import { transactionGasCap } from '../../chain/transactionGasCap.ts'
import { withRefusal } from '../../chain/withRefusal.ts'
import { grouped } from '../printing.ts'
import type { Call } from './send.ts'

/** Refused as the transaction would be. */
export function estimateGas(client: WriteClient, call: Call): Promise<bigint> {
  const { account } = client
  return withRefusal(call.functionName, () =>
    estimateContractGas(client, { ...call, account }),
  )
}

/** A fifth more, since the chain moves on; what is not used is not paid. */
export function toGasLimit(estimate: bigint): bigint {
  const limit = (estimate * 12n) / 10n
  return limit < transactionGasCap ? limit : transactionGasCap
}

/** `about 51,234 (at most 0.000061 ETH)` */
export async function describeCost(
  client: WriteClient,
  gas: bigint,
): Promise<string> {
  const fee = await feePerGas(client)
  const most = Number(formatEther(fee * toGasLimit(gas))).toPrecision(2)
  return `about ${grouped(gas)} (at most ${Number(most)} ETH)`
}

/** Old chains have a gas price only. */
async function feePerGas(client: WriteClient): Promise<bigint> {
  try {
    const { maxFeePerGas } = await estimateFeesPerGas(client)
    return maxFeePerGas
  } catch {
    return getGasPrice(client)
  }
}
