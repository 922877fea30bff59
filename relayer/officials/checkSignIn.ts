/** Checks a sign-in message of EIP-4361: whose it is, and that it is for here. */
import {
  type Address,
  getAddress,
  hashMessage,
  type Hex,
  isAddressEqual,
  recoverAddress,
} from 'viem'
import { parseSiweMessage, validateSiweMessage } from 'viem/siwe'
import type { ReadClient } from '../../chain/clients.ts'
import type { Services } from '../services.ts'
import { type ContractWord, standsBy } from './contractWord.ts'
import { SignInRefusedError } from './errors.ts'
import { takeNonce } from './nonces.ts'
import { signInDomains } from './signInDomains.ts'

export type SignIn = { message: string; signature: Hex }

export type SignedIn = {
  address: Address
  /** Whether the page is one of HTTPS. */
  isSecure: boolean
  /** Of a contract wallet; none of an account, whose key cannot change. */
  word: ContractWord | undefined
}

export async function checkSignIn(
  services: Pick<Services, 'account' | 'config' | 'database' | 'node'>,
  { message, signature }: SignIn,
): Promise<SignedIn> {
  const { database, node } = services
  const parsed = parseSiweMessage(message)
  const { address, chainId, domain, nonce, uri, version } = parsed
  if (!address || !domain || !nonce || !uri || version !== '1')
    throw new SignInRefusedError({ fault: 'message' })
  if (!(await signInDomains(services)).includes(domain))
    throw new SignInRefusedError({ fault: 'domain' })
  if (chainId !== node.chainId) throw new SignInRefusedError({ fault: 'chain' })
  if (!validateSiweMessage({ message: parsed, time: new Date() }))
    throw new SignInRefusedError({ fault: 'time' })
  // Used up by the attempt, whatever comes of it.
  if (!(await takeNonce(database, nonce)))
    throw new SignInRefusedError({ fault: 'nonce' })
  const word = await readWord(node.reader, address, { message, signature })
  const isSecure = uri.startsWith('https:')
  return { address: getAddress(address), isSecure, word }
}

/** An account by its signature; else the contract there is asked (ERC-1271). */
async function readWord(
  reader: ReadClient,
  address: Address,
  { message, signature }: SignIn,
): Promise<ContractWord | undefined> {
  const hash = hashMessage(message)
  const signer = await recoverAddress({ hash, signature }).catch(
    () => undefined,
  )
  if (signer && isAddressEqual(signer, address)) return undefined
  const word = { hash, signature }
  if (!(await standsBy(reader, address, word)))
    throw new SignInRefusedError({ fault: 'signature' })
  return word
}
