/** Lets through who holds a role of the round on the chain, at this moment. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Address, isAddressEqual } from 'viem'
import { enumNumber, type Role, roles } from '../../chain/enums.ts'
import { readRound } from '../../chain/readRound.ts'
import type { Services } from '../services.ts'
import { standsBy } from './contractWord.ts'
import { NotAllowedError, NotSignedInError } from './errors.ts'
import { readSession } from './sessions.ts'

export const sessionCookie = 'dure-session'

export async function requireRole(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  context: Context,
  round: Address,
  role: Role,
): Promise<Address> {
  const address = await requireSession(services, context)
  await services.rounds.round(round)
  const holder = await readHolder(services, round, role)
  if (!isAddressEqual(holder, address)) throw new NotAllowedError({ role })
  return address
}

export async function requireSession(
  { database, node }: Pick<Services, 'database' | 'node'>,
  context: Context,
): Promise<Address> {
  // What an official is answered is for that official alone.
  context.header('cache-control', 'no-store')
  const token = tokenOf(context)
  const holder = token && (await readSession(database, token))
  if (!holder) throw new NotSignedInError()
  const { address, word } = holder
  if (word && !(await standsBy(node.reader, address, word)))
    throw new NotSignedInError()
  return address
}

export function tokenOf(context: Context): string | undefined {
  const [, bearer] =
    /^Bearer ([0-9a-f]{64})$/.exec(context.req.header('authorization') ?? '') ??
    []
  return bearer ?? getCookie(context, sessionCookie)
}

export function readHolder(
  { node }: Pick<Services, 'node'>,
  round: Address,
  role: Role,
): Promise<Address> {
  const args = [enumNumber(roles, role)] as const
  return readRound(node.reader, { round, functionName: 'holder', args })
}
