/**
 * What the trustee of this wallet and file has to do. Shares are checked as soon as
 * they are there: that sends nothing, and what comes of it follows from file and
 * chain, so it need not be saved.
 */
import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import {
  nextStep,
  type Situation,
  type Step,
} from '../../../../../chain/trustee/nextStep.ts'
import { takeStep } from '../../../../../chain/trustee/takeStep.ts'
import { findAttempt } from '../../../../../chain/trustee/trusteeFile.ts'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { useDeviceTime } from './useDeviceTime.ts'
import type { OpenedFile } from './openedFile.ts'
import { inMemory, random, sendNothing } from './work.ts'

export type OwnStep = {
  situation: Situation
  step: Step
  error: unknown
}

export type UseOwnStep = {
  context: RoundContext
  account: Address
  view: TrusteeView
  opened: OpenedFile
  setOpened: (opened: OpenedFile) => void
}

/** Chains whose time is moved at will. */
const localChains: readonly bigint[] = [1_337n, 31_337n]

export function useOwnStep(given: UseOwnStep): OwnStep {
  const { account, context, opened, setOpened, view } = given
  const [error, setError] = useState<unknown>()
  const now = useDeviceTime()
  const { content } = opened
  const { number } = view.generation.attempt
  const kept = findAttempt(content, context, number)
  const isLocal = localChains.includes(context.chainId)
  // The node's word alone must not release a share.
  const clock = isLocal ? undefined : now
  const situation: Situation = { view, account, kept, clock }
  const step = nextStep(situation)
  const isToCheck = step.kind === 'checkShares'
  useEffect(() => {
    if (!isToCheck) return undefined
    const stop = new AbortController()
    const store = inMemory(content)
    const work = { context, store, random, send: sendNothing }
    const at = { view, account, kept, clock: undefined }
    takeStep(work, at, { kind: 'checkShares' }).then(
      () => {
        if (!stop.signal.aborted)
          setOpened({ ...opened, content: store.read() })
      },
      (thrown: unknown) => {
        if (!stop.signal.aborted) setError(thrown)
      },
    )
    return () => {
      stop.abort()
    }
  }, [isToCheck, content, context, account, kept, opened, setOpened, view])
  return { situation, step, error }
}
