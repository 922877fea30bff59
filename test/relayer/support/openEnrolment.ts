/** A served chain with a round whose roster is fixed and whose roll is not published. */
import { type Address, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createRound } from '../../../chain/createRound.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import type { Stage } from '../../../cli/rehearse/stage.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { serveStage } from './serveStage.ts'

export type EnrolmentStage = Awaited<ReturnType<typeof openEnrolment>>

/** Seconds: inside the phase of the roll, by the timetable in cli/rehearse. */
const age = 20 * 24 * 3_600
const seed = 'enrolment'
const sizes = { communities: 6, seats: 2, list: 3, fund: 2, turnout: 1 }

export const official = (name: string) => privateKeyToAccount(keyOf(name))

type Enrolment = {
  /** Of each community. */
  seats?: number
  /** That a reviewer may cast, the last of which counts. */
  ballotLimit?: number
}

/** Six communities of two seats, or more. */
export async function openEnrolment(enrolment: Enrolment = {}) {
  const stage = await serveStage(
    { age, seed },
    (chain) => planEnrolment(chain, enrolment),
    leadToRoll,
  )
  const [, webAuthn] = stage.rules.verifiers
  if (!webAuthn) throw new Error('There is no verifier of passkeys.')
  return { ...stage, webAuthn }
}

function planEnrolment(
  { verifiers }: { verifiers: readonly Address[] },
  { seats = sizes.seats, ballotLimit = 1 }: Enrolment,
) {
  const trustees = { count: 1, threshold: 1 }
  const planned = planSimulation({ ...sizes, seats, trustees, seed })
  return { ...planned, rules: { ...planned.rules, verifiers, ballotLimit } }
}

async function leadToRoll(stage: Stage) {
  await registerProposals(stage)
  const { ballotShares, lotteryShares } = await generateKeys(stage)
  return { ballotShares, lotteryShares, other: await openOther(stage) }
}

/** A round of the same factory that has no roster yet. */
async function openOther({ actors, chain, rules }: Stage): Promise<Address> {
  const holders = {
    admin: actors.admin.account.address,
    registrar: actors.registrar.account.address,
    screener: actors.screener.account.address,
    committee: actors.committee.account.address,
  }
  const later = 60 * 24 * 3_600
  const times = Object.fromEntries(
    Object.entries(rules.times).map(([name, time]) => [
      name,
      /notice|period/i.test(name) ? time : time + later,
    ]),
  ) as typeof rules.times
  const { round } = await createRound(actors.admin, {
    factory: chain.factory,
    rules: { ...rules, times },
    holders,
    salt: zeroHash,
  })
  return round
}
