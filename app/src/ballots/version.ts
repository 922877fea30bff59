/** Which version the next ballot has, and whether one that waits can go instead. */
import { BaseError } from '../../../protocol/errors.ts'
import type { Config } from '../config/config.ts'
import type { Seat } from '../keys/heldKeys.ts'
import { fetchBallots } from '../relayer/ballots.ts'
import { type KeptBallot, readKeptBallots } from './keptBallots.ts'

/** Signed with just these values, and not yet overtaken on the chain. */
export function reusable(
  kept: readonly KeptBallot[],
  last: number,
  values: readonly number[],
): KeptBallot | undefined {
  const [latest] = kept
  if (!latest || latest.version <= last || latest.receipt) return undefined
  const isSame = latest.values.every((value, at) => value === values[at])
  return isSame ? latest : undefined
}

/** Above what the chain has, what relayers hold, and what was handed out here. */
export async function nextVersion(
  { relayers }: Config,
  seat: Seat,
  { ballotLimit, last }: { ballotLimit: number; last: number },
): Promise<number> {
  const told = await Promise.all(
    relayers.map((relayer) => versionsAt(relayer, seat)),
  )
  const handed = readKeptBallots(seat)
    .filter(({ sentBy }) => sentBy !== null)
    .map(({ version }) => version)
  const version = Math.max(last, ...told.flat(), ...handed) + 1
  if (version > ballotLimit) throw new NoVersionLeftError({ ballotLimit })
  return version
}

/** One that cannot be reached holds up nobody. */
async function versionsAt(
  relayer: string,
  { reviewer, round }: Seat,
): Promise<number[]> {
  try {
    const ballots = await fetchBallots(relayer, round, reviewer)
    return ballots.map(({ version }) => version)
  } catch {
    return []
  }
}

export class NoVersionLeftError extends BaseError {
  override name = 'NoVersionLeftError'
  readonly ballotLimit: number

  constructor({ ballotLimit }: { ballotLimit: number }) {
    super('The seat has sent as often as the rules allow.', {
      metaMessages: [`At most ${ballotLimit}.`],
    })
    this.ballotLimit = ballotLimit
  }
}
