/** Signs the proposal of a draft as the version after the one that stands, and hands it in. */
import { getProposal } from '../../../../../chain/getProposals.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { MadeDocument } from '../../../documents/newDocument.ts'
import {
  holdApplicantKey,
  noSeat,
  useApplicantKeys,
} from '../../../keys/applicantKeys.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { KeptAct } from '../../../signed/keptActs.ts'
import type { HandingIn } from '../../acts/signed/useHandIn.ts'
import type { Draft } from './draft.ts'

export type ToSubmit = {
  draft: Draft
  document: MadeDocument
  ask: bigint
  /** Made when it is wanted. */
  key: () => HeldKey | Promise<HeldKey>
  wallet?: FoundWallet | undefined
}

export function useSubmit({ sign }: HandingIn) {
  const node = useNode()
  const { round } = useRound()
  return function submit(act: ToSubmit): Promise<KeptAct | undefined> {
    return sign(async () => {
      const { ask, document, draft, wallet } = act
      const key = await act.key()
      const standing = await getProposal(node, { round, key: key.key })
      const version = standing.version + 1
      const { attachments, category } = draft
      holdApplicantKey(key)
      return {
        ...{ key, wallet, document },
        contents: {
          type: 'Proposal',
          message: { version, digest: document.digest, category, ask },
        },
        attachments: attachments.map(({ digest, name, type }) => ({
          digest,
          name,
          type,
        })),
      }
    })
  }
}

/** A passkey of its own for a new proposal; one without a proposal is used up first. */
export function useNewPasskey() {
  const node = useNode()
  const { chainId, passkeyVerifier: verifier } = useConfig()
  const { round } = useRound()
  const held = useApplicantKeys(chainId, round)
  return async function newPasskey(label: string): Promise<HeldKey> {
    for (const key of held.filter(({ kind }) => kind === 'passkey')) {
      const { state } = await getProposal(node, { round, key: key.key })
      if (state === 'none') return key
    }
    if (!verifier) throw new Error('config.json names no passkeyVerifier.')
    const { createPasskey } = await import('../../../keys/passkeys.ts')
    const seat = { chainId, round, reviewer: noSeat }
    const key = await createPasskey(seat, { label, verifier })
    // Kept at once: were the next prompt refused, it would be lost.
    holdApplicantKey(key)
    return key
  }
}
