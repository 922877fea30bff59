/** Calls by the acting wallet, one after the other, with where they stand. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Address, Hash, TransactionReceipt } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { WalletAccountError, WalletMissingError } from '../../../keys/errors.ts'
import { useNode } from '../../../queries/useNode.ts'
import { type ActingWallet, useActingWallet } from '../actingWallet.ts'
import type { Call } from '../call.ts'

export type ActStep = 'idle' | 'preparing' | 'asking' | 'waiting' | 'done'

/** What was made before, or is made when it is wanted. */
export type Calls =
  readonly Call[] | (() => readonly Call[] | Promise<readonly Call[]>)

export type Acting = {
  step: ActStep
  /** Calls that are included, of how many. */
  done: number
  of: number
  /** Of the call that is under way or was the last. */
  hash: Hash | undefined
  error: unknown
  /** Answers the receipts; none where it did not come to its end. */
  perform(calls: Calls): Promise<TransactionReceipt[] | undefined>
}

export function useAct(): Acting {
  const config = useConfig()
  const node = useNode()
  const queries = useQueryClient()
  const wallet = useActingWallet()
  const isBusy = useRef(false)
  const [step, setStep] = useState<ActStep>('idle')
  const [count, setCount] = useState({ done: 0, of: 0 })
  const [hash, setHash] = useState<Hash>()
  const [error, setError] = useState<unknown>()

  async function run(given: Calls): Promise<TransactionReceipt[]> {
    const [{ connectWallet }, { deliverByWallet }] = await Promise.all([
      import('../../../keys/walletConnection.ts'),
      import('../deliverByWallet.ts'),
    ])
    const { address, found } = requireWallet(wallet)
    const connection = await connectWallet(found, config)
    requireAccount(address, connection.address)
    const client = await connection.client()
    const by = deliverByWallet(node, client, config.chainId, {
      onAsk: () => {
        setStep('asking')
      },
      onSent: (sent) => {
        setHash(sent)
        setStep('waiting')
      },
    })
    const calls = typeof given === 'function' ? await given() : given
    setCount({ done: 0, of: calls.length })
    const { sendCall } = await import('../../../../../chain/sendCall.ts')
    const receipts: TransactionReceipt[] = []
    for (const call of calls) {
      receipts.push(await sendCall(by, call))
      setCount({ done: receipts.length, of: calls.length })
    }
    return receipts
  }

  return {
    ...{ step, hash, error, ...count },
    async perform(calls) {
      if (isBusy.current) return undefined
      isBusy.current = true
      setError(undefined)
      setHash(undefined)
      setStep('preparing')
      try {
        const receipts = await run(calls)
        // Where nothing was left to do, nothing is said to be recorded.
        setStep(receipts.length > 0 ? 'done' : 'idle')
        return receipts
      } catch (thrown) {
        setError(thrown)
        setStep('idle')
        return undefined
      } finally {
        isBusy.current = false
        // Also what came before a failure stands now.
        await queries.invalidateQueries()
      }
    },
  }
}

function requireWallet(wallet: ActingWallet | undefined) {
  if (!wallet?.found) throw new WalletMissingError()
  return { address: wallet.address, found: wallet.found }
}

function requireAccount(expected: Address, actual: Address): void {
  if (expected.toLowerCase() === actual.toLowerCase()) return
  throw new WalletAccountError({ expected, actual })
}
