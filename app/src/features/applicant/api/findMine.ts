/** Finds the proposal of a key again: by its passkey, or by a wallet. */
import type { Address } from 'viem'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { getProposal } from '../../../../../chain/getProposals.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import type { Config } from '../../../config/config.ts'
import { holdApplicantKey, noSeat } from '../../../keys/applicantKeys.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { findPasskey } from '../../../keys/passkeys.ts'
import { connectWallet } from '../../../keys/walletConnection.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'

type Place = { node: ReadClient; config: Config; round: Address }

export async function findByWallet(
  { config, node, round }: Place,
  wallet: FoundWallet,
): Promise<void> {
  const { address: key } = await connectWallet(wallet, config)
  const { chainId } = config
  const own: HeldKey = { kind: 'wallet', chainId, round, reviewer: noSeat, key }
  await holdIfFound(node, round, [own])
}

export async function findByPasskey({
  config: { chainId, passkeyVerifier: verifier },
  node,
  round,
}: Place): Promise<void> {
  if (!verifier) throw new ProposalNotFoundError()
  const { candidates, seat } = await findPasskey(verifier)
  const isHere =
    seat.chainId === chainId && seat.round.toLowerCase() === round.toLowerCase()
  await holdIfFound(node, round, isHere ? candidates : [])
}

/** Of the two keys that a passkey may have, the round knows one. */
async function holdIfFound(
  node: ReadClient,
  round: Address,
  candidates: readonly HeldKey[],
): Promise<void> {
  for (const candidate of candidates) {
    const { state } = await getProposal(node, { round, key: candidate.key })
    if (state === 'none') continue
    holdApplicantKey(candidate)
    return
  }
  throw new ProposalNotFoundError()
}

export class ProposalNotFoundError extends BaseError {
  override name = 'ProposalNotFoundError'

  constructor() {
    super('No proposal of this round has this key.')
  }
}
