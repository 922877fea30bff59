/** A served chain with a round in registration, and one that takes objections. */
import { bytesToHex, type Hex, type PrivateKeyAccount } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createRound } from '../../../chain/createRound.ts'
import { deriveSecret, type Person } from '../../../cli/rehearse/accountKey.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { assignActors } from '../../../cli/rehearse/stage.ts'
import { planTimes } from '../../../cli/rehearse/timetable.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'
import { signMessage } from '../../../cli/signing/signMessage.ts'
import type { SignedAct } from '../../../relayer/acts/signedAct.ts'
import { digestOf } from '../../../relayer/documents/digestOf.ts'
import { keyOf, startCommandChain } from '../../cli/support/commandChain.ts'
import { type RankedRound, rankRound } from '../../cli/support/rankRound.ts'

export type RegistrationStage = Awaited<ReturnType<typeof openRegistration>>

const day = 24 * 3_600
const names = ['admin', 'registrar', 'screener', 'committee', 'relay', 'key 1']
const payers = ['relayer', 'other relayer']
const communities = 4

/** Of the round in registration. */
export const roundDocument = documentOf('The round, with its rubric.')

export async function openRegistration() {
  let ranked: RankedRound | undefined
  let open: Awaited<ReturnType<typeof makeRound>> | undefined
  // The ranking comes some 61 days after the beginning.
  const served = await startCommandChain([...names, ...payers], {
    began: 62 * day,
    async work(chain) {
      ranked = await rankRound(chain, communities)
      open = await makeRound(chain)
    },
  })
  if (!ranked || !open) throw new Error('The rounds were not made.')
  const { chain, url } = served
  return { chain, url, open, ranked, close: () => chain.close() }
}

async function makeRound(chain: ServedChain) {
  const trustees = { threshold: 1, count: 1 }
  const sizes = { communities, seats: 2, list: 2, fund: 2, turnout: 1 }
  const plan = planSimulation({ ...sizes, trustees, seed: 'open' })
  const actors = assignActors(chain, trustees.count)
  const { admin, committee, registrar, screener } = actors
  const [trustee] = actors.trustees
  const { round } = await createRound(admin, {
    factory: chain.factory,
    rules: {
      ...{ verifiers: [], ...plan.rules, threshold: 1 },
      document: digestOf(roundDocument),
      times: planTimes(chain.now()),
      trustees: trustee ? [trustee.account.address] : [],
    },
    holders: {
      admin: admin.account.address,
      registrar: registrar.account.address,
      screener: screener.account.address,
      committee: committee.account.address,
    },
    salt: digestOf(roundDocument),
  })
  return { round, screener }
}

/** A document as `dure document new` makes it. */
export function documentOf(text: string, more: object = {}): Uint8Array {
  const random = 'ab'.repeat(16)
  const content = JSON.stringify({ kind: 'proposal', random, text, ...more })
  return new TextEncoder().encode(content)
}

/** What begins like a picture, and is taken for one. */
export function png(words: string): Uint8Array {
  const mark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return Uint8Array.from([...mark, ...new TextEncoder().encode(words)])
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

export function applicant(name: string): PrivateKeyAccount {
  return privateKeyToAccount(keyOf(name))
}

/** Of a simulated round. */
export function simulatedKey(
  { seed }: RankedRound,
  person: Person,
  number: number,
): PrivateKeyAccount {
  return privateKeyToAccount(bytesToHex(deriveSecret(seed, person, number)))
}

export type Where = { round: Hex; chainId?: number }

const localChain = 31_337

export async function signProposal(
  account: PrivateKeyAccount,
  { round, chainId = localChain }: Where,
  document: Uint8Array,
  { ask = 1_000, category = 0, version = 1 } = {},
): Promise<Extract<SignedAct, { type: 'Proposal' }>> {
  const digest = digestOf(document)
  const signature = await signMessage(
    account,
    { chainId: BigInt(chainId), round },
    'Proposal',
    { version, digest, category, ask: BigInt(ask) },
  )
  const message = { version, digest, category, ask }
  const key = account.address
  const kind = 'dure signed act'
  return { kind, type: 'Proposal', chainId, round, key, message, signature }
}

export async function signWithdrawal(
  account: PrivateKeyAccount,
  { round, chainId = localChain }: Where,
  version: number,
): Promise<Extract<SignedAct, { type: 'Withdrawal' }>> {
  const id = { chainId: BigInt(chainId), round }
  const message = { version }
  const signature = await signMessage(account, id, 'Withdrawal', message)
  const key = account.address
  const kind = 'dure signed act'
  return { kind, type: 'Withdrawal', chainId, round, key, message, signature }
}

export async function signObjection(
  account: PrivateKeyAccount,
  { round, chainId = localChain }: Where,
  document: Uint8Array,
  seat: { reviewer?: number } = {},
): Promise<Extract<SignedAct, { type: 'Objection' }>> {
  const id = { chainId: BigInt(chainId), round }
  const message = { digest: digestOf(document) }
  const signature = await signMessage(account, id, 'Objection', message)
  const key = account.address
  const kind = 'dure signed act'
  const act = { chainId, round, key, message, signature, ...seat }
  return { kind, type: 'Objection', ...act }
}
