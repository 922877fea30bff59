/**
 * Sends calls by a wallet: tried on the chain first, so that a refusal is told
 * before the wallet asks; remembered until it is included, so that the same call
 * after a reload waits for what was sent.
 */
import type { Hash, TransactionReceipt } from 'viem'
import {
  getTransaction,
  getTransactionReceipt,
  simulateContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import type { ReadClient, WriteClient } from '../../../../chain/clients.ts'
import { throwReason } from '../../../../chain/throwReason.ts'
import { withRefusal } from '../../../../chain/withRefusal.ts'
import { SigningCancelledError } from '../../keys/errors.ts'
import { isWalletRefusal } from '../../keys/walletConnection.ts'
import type { Call } from './call.ts'
import { callId, findSent, forgetSent, keepSent } from './sentCalls.ts'

export type DeliverySteps = {
  /** The wallet is asked. */
  onAsk?: () => void
  /** It is sent, and the chain has not included it yet. */
  onSent?: (hash: Hash) => void
}

/** `node` reads: a wallet's own node may be behind. */
export function deliverByWallet(
  node: ReadClient,
  wallet: WriteClient,
  chainId: number,
  steps: DeliverySteps = {},
): WriteClient {
  const from = wallet.account.address
  const deliver = (call: Call): Promise<TransactionReceipt> =>
    withRefusal(call.functionName, async () => {
      const sent = findSent(chainId, from, call)
      const isUnderWay = sent && (await isKnown(node, sent.hash))
      if (sent && !isUnderWay) forgetSent(sent.hash)
      const hash = isUnderWay ? sent.hash : await send(call)
      steps.onSent?.(hash)
      const receipt = await waitForTransactionReceipt(node, { hash })
      forgetSent(hash)
      // A wallet that sends it again for a higher fee changes its hash.
      forgetSent(receipt.transactionHash)
      if (receipt.status === 'reverted') {
        const { account } = wallet
        await throwReason(node, { account, ...untold(call), receipt })
      }
      return receipt
    })
  async function send(call: Call): Promise<Hash> {
    const { gas } = call
    const tried = untold(call)
    await simulateContract(node, { ...tried, account: wallet.account })
    steps.onAsk?.()
    const hash = await askWallet(() =>
      writeContract(wallet, {
        ...tried,
        ...(gas === undefined ? {} : { gas }),
        chain: wallet.chain,
      }),
    )
    const sentAt = Math.floor(Date.now() / 1000)
    const id = { chainId, from, hash, sentAt }
    keepSent({ ...id, call: callId(call) })
    return hash
  }
  return { ...wallet, deliver }
}

/** Without its gas, which is for sending alone. */
function untold({ abi, address, args, functionName }: Call) {
  return { abi, address, args, functionName }
}

async function askWallet<answer>(ask: () => Promise<answer>): Promise<answer> {
  try {
    return await ask()
  } catch (cause) {
    if (isWalletRefusal(cause)) throw new SigningCancelledError({ cause })
    throw cause
  }
}

/** On the chain, or waiting for it. */
async function isKnown(node: ReadClient, hash: Hash): Promise<boolean> {
  try {
    await getTransaction(node, { hash })
    return true
  } catch {
    return getTransactionReceipt(node, { hash }).then(
      () => true,
      () => false,
    )
  }
}
