/** Registers every proposal by its own key, screens them, fixes the roster. */
import { type Address, bytesToHex } from 'viem'
import { extendRoster } from '../../chain/extendRoster.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { packSignature } from '../../protocol/signer.ts'
import { proposalDigest } from '../../protocol/typedData.ts'
import { accountOf, deriveSecret, signAsAccount } from './accountKey.ts'
import type { PlannedProposal } from './plan.ts'
import { documentDigest, type Stage } from './stage.ts'

/** Screenings in one transaction: about 30,000 gas each. */
const screeningsAtOnce = 200
const version = 1

export async function registerProposals(stage: Stage): Promise<void> {
  const { plan, progress } = stage
  const keys: Address[] = []
  const total = plan.proposals.length
  await progress.step('registration', total, 'proposals', async (advance) => {
    for (const [index, proposal] of plan.proposals.entries()) {
      keys.push(await registerProposal(stage, index + 1, proposal))
      advance(1)
    }
  })
  await progress.step('screening', total, 'proposals', async (advance) => {
    await screenAll(stage, keys, advance)
    await fixRoster(stage, keys)
  })
}

async function registerProposal(
  { actors, gas, round, seed, separator }: Stage,
  number: number,
  { id, name, ask, category = 0 }: PlannedProposal,
): Promise<Address> {
  const secret = deriveSecret(seed, 'applicant', number)
  const key = bytesToHex(accountOf(secret))
  const digest = documentDigest(JSON.stringify({ id, name, seed }))
  const registration = { version, digest, category, ask }
  const signature = signAsAccount(
    secret,
    proposalDigest(separator, registration),
  )
  const receipt = await writeRound(actors.relayer, {
    round,
    functionName: 'registerProposal',
    args: [key, registration, bytesToHex(packSignature(signature))],
  })
  gas.spend('registration', receipt)
  return key
}

async function screenAll(
  { actors, gas, round }: Stage,
  keys: readonly Address[],
  advance: (by: number) => void,
): Promise<void> {
  const reason = documentDigest('complete and within the call')
  for (let start = 0; start < keys.length; start += screeningsAtOnce) {
    const part = keys.slice(start, start + screeningsAtOnce)
    const receipt = await writeRound(actors.screener, {
      round,
      functionName: 'screen',
      args: [part.map((key) => ({ key, version, accepted: true, reason }))],
    })
    gas.spend('screening', receipt)
    advance(part.length)
  }
}

async function fixRoster(
  { actors, chain, gas, round, rules }: Stage,
  keys: readonly Address[],
): Promise<void> {
  await chain.advanceTo(rules.times.registerUntil + 1)
  const receipts = await extendRoster(actors.admin, { round, keys })
  for (const receipt of receipts) gas.spend('roster', receipt)
}
