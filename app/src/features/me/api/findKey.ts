/** Finds a reviewer's key again: by its passkey, or by a wallet's address. */
import { type Address, isAddressEqual, zeroAddress } from 'viem'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { getRoll } from '../../../../../chain/getRoll.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import { reviewersOf } from '../../../../../protocol/roll.ts'
import type { Config } from '../../../config/config.ts'
import type { HeldKey, Seat } from '../../../keys/heldKeys.ts'
import { findPasskey } from '../../../keys/passkeys.ts'
import { fetchEnrolment } from '../../../relayer/enrolments.ts'

/** The passkey tells its seat, and the roll which of its two keys is right. */
export async function findPasskeyKey(
  node: ReadClient,
  config: Config,
): Promise<HeldKey> {
  const { passkeyVerifier: verifier } = config
  if (!verifier) throw new KeyNotFoundError()
  const { candidates, seat } = await findPasskey(verifier)
  if (seat.chainId !== config.chainId) throw new KeyNotFoundError()
  const known = await keysOf(node, config, seat)
  const key = candidates.find((one) =>
    known.some((address) => isAddressEqual(address, one.key)),
  )
  if (!key) throw new KeyNotFoundError({ seat })
  return key
}

/** On the roll where there is one; as enrolled before. */
async function keysOf(
  node: ReadClient,
  { relayers }: Config,
  { reviewer, round }: Seat,
): Promise<Address[]> {
  const [onRoll, enrolled] = await Promise.all([
    readRollKey(node, round, reviewer),
    fetchEnrolment(relayers, round, reviewer).catch(() => undefined),
  ])
  return [onRoll, enrolled?.key].filter((one) => one !== undefined)
}

async function readRollKey(
  node: ReadClient,
  round: Address,
  reviewer: number,
): Promise<Address | undefined> {
  const args = [BigInt(reviewer)] as const
  const call = { round, functionName: 'rollKey', args } as const
  const key = await readRound(node, call).catch(() => zeroAddress)
  return isAddressEqual(key, zeroAddress) ? undefined : key
}

/** All seats of an address over the rounds that have a roll. */
export async function findWalletKeys(
  node: ReadClient,
  { chainId }: Config,
  rounds: readonly { round: Address; block: bigint }[],
  address: Address,
): Promise<HeldKey[]> {
  const key = address.toLowerCase() as Address
  const found = await Promise.all(
    rounds.map(async ({ block, round }) => {
      const roll = await getRoll(node, { round, fromBlock: block }).catch(
        () => [],
      )
      return reviewersOf(roll, key).map((reviewer): HeldKey => {
        return { kind: 'wallet', chainId, round, reviewer, key }
      })
    }),
  )
  return found.flat()
}

export class KeyNotFoundError extends BaseError {
  override name = 'KeyNotFoundError'

  constructor({ seat }: { seat?: Seat } = {}) {
    super('No seat holds this key.', {
      metaMessages: seat ? [`It was made for seat ${seat.reviewer}.`] : [],
    })
  }
}
