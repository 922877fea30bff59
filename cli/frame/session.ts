/** What a command works with once its options are read and its node answers. */
import type { Address } from 'viem'
import { withDelivery } from '../../chain/delivery/withDelivery.ts'
import { createProgress, type Progress } from '../progress.ts'
import { readAccount } from '../keys/readAccount.ts'
import { type Connection, connect, findRound } from './connect.ts'
import { deliverySettings } from './delivery.ts'
import type { ActOptions, ChainOptions, RoundOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'

export type Session = Connection & {
  surroundings: Surroundings
  options: ChainOptions
  progress: Progress
}
export type RoundSession = Session & { round: Address }
/** `client` sends as the account of --key. */
export type ActSession = Session & {
  client: ReturnType<typeof withDelivery>
  options: ActOptions
}
export type RoundActSession = RoundSession & ActSession

export async function openSession(
  surroundings: Surroundings,
  options: ChainOptions,
): Promise<Session> {
  const connection = await connect(options)
  const progress = createProgress(surroundings.err, surroundings.stop)
  return { ...connection, surroundings, options, progress }
}

export async function openRoundSession(
  surroundings: Surroundings,
  options: RoundOptions,
): Promise<RoundSession> {
  const session = await openSession(surroundings, options)
  return { ...session, round: await findRound(session, options) }
}

export async function openActSession(
  surroundings: Surroundings,
  options: ChainOptions & ActOptions,
): Promise<ActSession> {
  const session = await openSession(surroundings, options)
  const account = await readAccount(surroundings, options.key)
  const sending = deliverySettings(surroundings, session.chainId, options)
  const client = withDelivery(session.sender(account), sending)
  return { ...session, options, client }
}

export async function openRoundActSession(
  surroundings: Surroundings,
  options: RoundOptions & ActOptions,
): Promise<RoundActSession> {
  const session = await openActSession(surroundings, options)
  return { ...session, round: await findRound(session, options) }
}
