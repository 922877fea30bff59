/** Requests to a relayer, as somebody who is signed in or as anybody. */
import type { LocalAccount } from 'viem'
import { createSiweMessage } from 'viem/siwe'

export type Answer = {
  status: number
  /** As it came. */
  text: string
  headers: Headers
  /** Parsed; empty where it is no JSON. */
  body: Record<string, unknown>
}

export type Ask = {
  method?: string
  json?: unknown
  /** Of a session. */
  token?: string
  headers?: Record<string, string>
}

export async function ask(
  url: string,
  path: string,
  { headers = {}, json, method = 'GET', token }: Ask = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? (JSON.parse(text) as Answer['body']) : {}
  return { status: answer.status, text, body, headers: answer.headers }
}

export const app = 'https://dure.example/app/'

export type SiweChange = Partial<Parameters<typeof createSiweMessage>[0]>

/** The body of a sign-in by this account. */
export async function makeSignIn(
  url: string,
  account: Pick<LocalAccount, 'address' | 'signMessage'>,
  change: SiweChange = {},
) {
  const { body } = await ask(url, '/nonces', { method: 'POST' })
  const given = body as { nonce: string; chainId: number; domains: string[] }
  const message = createSiweMessage({
    address: account.address,
    chainId: given.chainId,
    domain: given.domains[0] ?? '',
    nonce: given.nonce,
    uri: app,
    version: '1',
    ...change,
  })
  const signature = await account.signMessage({ message })
  return { message, signature, keep: 'bearer' as const }
}

/** A token. */
export async function signIn(
  url: string,
  account: Pick<LocalAccount, 'address' | 'signMessage'>,
): Promise<string> {
  const json = await makeSignIn(url, account)
  const { body } = await ask(url, '/session', { method: 'POST', json })
  return String(body.token)
}
