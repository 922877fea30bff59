/** Signs in to a relayer by a message of EIP-4361, for as long as some work takes. */
import type { LocalAccount } from 'viem'
import { createSiweMessage } from 'viem/siwe'
import { createRelayerClient } from '../../relayer/client.ts'
import { BaseError } from '../../protocol/errors.ts'
import { nameOf } from '../frame/networks.ts'
import { oneLine } from '../printing.ts'
import {
  askRelayer,
  connectRelayer,
  type RelayerConnection,
} from './connectRelayer.ts'

export type Official = { account: LocalAccount; chainId: number }

/** The client that the work gets is signed in, and is signed out afterwards. */
export async function asOfficial<result>(
  text: string,
  official: Official,
  work: (relayer: RelayerConnection) => Promise<result>,
): Promise<result> {
  const relayer = connectRelayer(text)
  const { client, url } = relayer
  const json = await makeSignIn(relayer, official)
  const answer = await askRelayer(relayer, client.session.$post({ json }))
  const { token } = await answer.json()
  const headers = { authorization: `Bearer ${token ?? ''}` }
  const own = { url, client: createRelayerClient(url, headers) }
  try {
    return await work(own)
  } finally {
    await own.client.session.$delete().catch(() => undefined)
  }
}

/**
 * For the host that was asked and no other: whoever is asked could hand on what it
 * got from another relayer, and sign in there as this official.
 */
async function makeSignIn(
  relayer: RelayerConnection,
  { account, chainId }: Official,
) {
  const { client, url: uri } = relayer
  const { host: domain } = new URL(uri)
  const answer = await askRelayer(relayer, client.nonces.$post())
  const given = await answer.json()
  if (given.chainId !== chainId)
    throw new RelayerElsewhereError({ url: uri, at: given.chainId, chainId })
  if (!given.domains.includes(domain))
    throw new SignInDomainError({ domain, domains: given.domains })
  const { nonce } = given
  const { address } = account
  const message = createSiweMessage({
    ...{ address, chainId, domain, nonce, uri, version: '1' },
  })
  const signature = await account.signMessage({ message })
  return { message, signature, keep: 'bearer' as const }
}

export class RelayerElsewhereError extends BaseError {
  override name = 'RelayerElsewhereError'

  constructor({
    at,
    chainId,
    url,
  }: {
    at: number
    chainId: number
    url: string
  }) {
    super(`The relayer at ${url} works on ${nameOf(at)}.`, {
      metaMessages: [`The node at --rpc serves ${nameOf(chainId)}.`],
    })
  }
}

/** The longest that is shown of what a relayer says. */
const widthOfHosts = 200

export class SignInDomainError extends BaseError {
  override name = 'SignInDomainError'

  constructor({
    domain,
    domains,
  }: {
    domain: string
    domains: readonly string[]
  }) {
    const hosts = oneLine(domains.join(', '), widthOfHosts)
    super(`The relayer takes no sign-in for ${domain}.`, {
      metaMessages: [
        hosts === '' ? 'It takes none at all.' : `It takes them for ${hosts}.`,
        'Its operator registers its address (`dure relayer register`) or lists it in DURE_ORIGINS; give --relayer just that address.',
      ],
    })
  }
}
