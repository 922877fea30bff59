/** Has a key sign an act, keeps it, and brings it to a relayer: with where it stands. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SignedContents } from '../../../../../protocol/signedAct.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { MadeDocument } from '../../../documents/newDocument.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import {
  keepAct,
  type KeptAct,
  type KeptAttachment,
} from '../../../signed/keptActs.ts'

export type ToHandIn = {
  key: HeldKey
  /** Of a wallet's key. */
  wallet?: FoundWallet | undefined
  contents: SignedContents
  document?: MadeDocument
  attachments?: readonly KeptAttachment[]
}

export type HandingIn = {
  step: 'idle' | 'signing' | 'sending'
  error: unknown
  /** Answers the act once it is signed and kept, sent or not. */
  sign: (
    make: () => ToHandIn | Promise<ToHandIn>,
  ) => Promise<KeptAct | undefined>
  /** Once more, of what is kept. */
  send: (act: KeptAct) => Promise<void>
}

export function useHandIn(): HandingIn {
  const config = useConfig()
  const queries = useQueryClient()
  const isBusy = useRef(false)
  const [step, setStep] = useState<HandingIn['step']>('idle')
  const [error, setError] = useState<unknown>()

  async function whileBusy<answer>(
    first: HandingIn['step'],
    act: () => Promise<answer>,
  ): Promise<answer | undefined> {
    if (isBusy.current) return undefined
    isBusy.current = true
    setError(undefined)
    setStep(first)
    try {
      return await act()
    } catch (thrown) {
      setError(thrown)
      return undefined
    } finally {
      isBusy.current = false
      setStep('idle')
      await queries.invalidateQueries({ queryKey: ['signedAct'] })
    }
  }

  async function deliver(kept: KeptAct): Promise<void> {
    setStep('sending')
    const { handIn } = await import('../../../signed/handIn.ts')
    await handIn(kept, config.relayers)
  }

  return {
    ...{ step, error },
    sign: (make) =>
      whileBusy('signing', async () => {
        const act = await make()
        const { signAct } = await import('../../../signed/signAct.ts')
        const { contents, key, wallet } = act
        const { round } = key
        const by = { config, round, wallet }
        const { signature } = await signAct(key, contents, by)
        const kept = toKept(act, signature)
        keepAct(kept)
        // Where no relayer takes it, it is there to be sent otherwise.
        await deliver(kept).catch(setError)
        return kept
      }),
    send: async (kept) => {
      await whileBusy('sending', () => deliver(kept))
    },
  }
}

function toKept(
  { attachments = [], contents, document, key }: ToHandIn,
  signature: KeptAct['signature'],
): KeptAct {
  return {
    ...{ key, signature, contents: inText(contents) },
    document: document?.text ?? null,
    attachments: [...attachments],
    signedAt: Math.floor(Date.now() / 1000),
    taken: null,
    isBrought: false,
  }
}

function inText(contents: SignedContents): KeptAct['contents'] {
  if (contents.type !== 'Proposal') return contents
  const { ask, ...message } = contents.message
  return { type: 'Proposal', message: { ...message, ask: String(ask) } }
}
