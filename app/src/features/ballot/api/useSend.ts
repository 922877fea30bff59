/** One press: the next version is sealed, signed, kept and handed in, once. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { BaseError } from '../../../../../protocol/errors.ts'
import {
  type KeptBallot,
  readKeptBallots,
} from '../../../ballots/keptBallots.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useNow } from '../../../queries/head.ts'
import { useNode } from '../../../queries/useNode.ts'
import { lastVersionQuery, tellBallots } from './useStanding.ts'

export type SendStep = 'idle' | 'waiting' | 'sending' | 'done'

export type WhatToSend = {
  key: HeldKey
  ballotLimit: number
  proposals: readonly number[]
  values: readonly number[]
  wallet?: FoundWallet | undefined
}

export type Sending = {
  step: SendStep
  error: unknown
  /** Answers whether a ballot is signed and kept, whoever has it by now. */
  send(what: WhatToSend): Promise<boolean>
}

export function useSend(): Sending {
  const config = useConfig()
  const node = useNode()
  const queries = useQueryClient()
  const now = useNow()
  const isBusy = useRef(false)
  const [step, setStep] = useState<SendStep>('idle')
  const [error, setError] = useState<unknown>()

  async function make(what: WhatToSend): Promise<KeptBallot> {
    const { ballotLimit, key, proposals, values, wallet } = what
    const last = await queries.query({
      ...lastVersionQuery(node, key),
      staleTime: 0,
    })
    const { nextVersion, reusable } =
      await import('../../../ballots/version.ts')
    const again = reusable(readKeptBallots(key), last, values)
    if (again) return again
    const version = await nextVersion(config, key, { last, ballotLimit })
    const { makeBallot } = await import('../../../ballots/makeBallot.ts')
    const toMake = { key, version, proposals, values, now }
    return makeBallot(node, toMake, { config, wallet })
  }

  async function run(what: WhatToSend): Promise<boolean> {
    let isKept = false
    try {
      setError(undefined)
      setStep('waiting')
      const ballot = await make(what)
      isKept = true
      tellBallots()
      setStep('sending')
      const { sendBallot } = await import('../../../ballots/sendBallot.ts')
      await sendBallot(node, config, ballot)
      setStep('done')
    } catch (thrown) {
      setError(thrown)
      setStep('idle')
    } finally {
      tellBallots()
    }
    return isKept
  }

  return {
    ...{ step, error },
    async send(what) {
      // A second press changes nothing, in this tab or in another.
      if (isBusy.current) return false
      isBusy.current = true
      try {
        return await onlyOnce(what.key, () => run(what))
      } catch (thrown) {
        setError(thrown)
        return false
      } finally {
        isBusy.current = false
      }
    },
  }
}

function onlyOnce<result>(
  { reviewer, round }: HeldKey,
  work: () => Promise<result>,
): Promise<result> {
  if (!('locks' in navigator)) return work()
  const name = `dure.send.${round}.${reviewer}`
  return navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) throw new SendingElsewhereError()
    return work()
  })
}

export class SendingElsewhereError extends BaseError {
  override name = 'SendingElsewhereError'

  constructor() {
    super('Another tab is sending a ballot of this seat.')
  }
}
