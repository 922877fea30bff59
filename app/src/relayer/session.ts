/** Officials signed in at a relayer by EIP-4361: one session a relayer and wallet, in this tab. */
import type { Address, Hex } from 'viem'
import { createSiweMessage } from 'viem/siwe'
import { relayerClient } from './client.ts'
import { askRelayer } from './refusal.ts'

export type Session = {
  relayer: string
  address: Address
  token: string
  /** Unix seconds. */
  expiresAt: number
}

type Given = {
  chainId: number
  domains: string[]
  nonce: string
  expiresAt: number
}
type Opened = { expiresAt: number; token: string }
export type SignText = (message: string) => Promise<Hex>

/** Seconds before its end at which a session is not used any more. */
const margin = 60
const place = (relayer: string, address: Address) =>
  `dure.session.${relayer}.${address.toLowerCase()}`

/** The wallet signs a message, which costs nothing and sends nothing. */
export async function signIn(
  relayer: string,
  address: Address,
  sign: SignText,
): Promise<Session> {
  const message = await makeMessage(relayer, address)
  return enter(relayer, address, message, await sign(message))
}

/** With a fresh nonce of the relayer. */
export async function makeMessage(
  relayer: string,
  address: Address,
): Promise<string> {
  const client = relayerClient(relayer)
  const given = await askRelayer(() => client.nonces.$post())
  const { chainId, domains, expiresAt, nonce } = (await given.json()) as Given
  const { host, href } = window.location
  return createSiweMessage({
    ...{ address, chainId, nonce, version: '1' as const },
    domain: domains.includes(host) ? host : (domains[0] ?? host),
    uri: href.split('#')[0] ?? href,
    statement: 'Dure',
    expirationTime: new Date(expiresAt * 1000),
  })
}

/** Hands the signed message in. */
export async function enter(
  relayer: string,
  address: Address,
  message: string,
  signature: Hex,
): Promise<Session> {
  const client = relayerClient(relayer)
  const json = { message, signature, keep: 'bearer' as const }
  const answer = await askRelayer(() => client.session.$post({ json }))
  const { expiresAt, token } = (await answer.json()) as Opened
  const session = { relayer, address, token, expiresAt }
  sessionStorage.setItem(place(relayer, address), JSON.stringify(session))
  return session
}

export function keptSession(
  relayer: string,
  address: Address,
): Session | undefined {
  try {
    const text = sessionStorage.getItem(place(relayer, address))
    const session = JSON.parse(text ?? 'null') as Session | null
    const now = Date.now() / 1000
    return session && session.expiresAt - margin > now ? session : undefined
  } catch {
    return undefined
  }
}

export function forgetSession({ address, relayer }: Session): void {
  sessionStorage.removeItem(place(relayer, address))
}

/** As a header of each request. */
export function authorization({ token }: Session) {
  return { headers: { authorization: `Bearer ${token}` } }
}
