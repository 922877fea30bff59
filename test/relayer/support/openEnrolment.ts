/** A served chain with a round whose roster is fixed and whose roll is not published. */
import { type Address, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createRound } from '../../../chain/createRound.ts'
import { holdPort } from '../../../cli/holdPort.ts'
import { createProgress } from '../../../cli/progress.ts'
import { openRound } from '../../../cli/rehearse/openRound.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import {
  assignActors,
  createGasMeter,
  type Stage,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import { startServedChain } from '../../../cli/servedChain.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { relayerKeys } from './openReview.ts'

export type EnrolmentStage = Awaited<ReturnType<typeof openEnrolment>>

/** Seconds: inside the phase of the roll, by the timetable in cli/rehearse. */
const before = 20 * 24 * 3_600
const actors = ['admin', 'registrar', 'screener', 'committee', 'relay', 'key 1']

export const official = (name: string) => privateKeyToAccount(keyOf(name))

/** Six communities of two seats. */
export async function openEnrolment() {
  const held = await holdPort(0)
  const { port } = held
  const chain = await startServedChain({
    port,
    firstBlockTime: Math.floor(Date.now() / 1000) - before,
    accounts: [...actors.map(keyOf), ...relayerKeys],
  })
  const pool = createWorkerPool()
  try {
    const { verifiers } = chain
    const stage = await prepare(chain, pool, verifiers)
    const other = await openOther(stage)
    await held.release()
    await chain.open()
    const url = `http://127.0.0.1:${port}`
    const [, webAuthn] = verifiers
    if (!webAuthn) throw new Error('There is no verifier of passkeys.')
    const close = () => chain.close()
    return { ...stage, chain, url, other, webAuthn, close }
  } finally {
    await pool.close()
  }
}

async function prepare(
  chain: Stage['chain'],
  pool: Stage['pool'],
  verifiers: readonly Address[],
): Promise<Stage> {
  const trustees = { count: 1, threshold: 1 }
  const seed = 'enrolment'
  const sizes = { communities: 6, seats: 2, list: 3, fund: 2, turnout: 1 }
  const planned = planSimulation({ ...sizes, trustees, seed })
  const plan = { ...planned, rules: { ...planned.rules, verifiers } }
  const assigned = assignActors(chain, trustees.count)
  const gas = createGasMeter()
  const progress = createProgress({ write: () => true })
  const opened = await openRound(chain, assigned, plan, gas)
  const stage: Stage = {
    ...{ chain, plan, seed, actors: assigned, gas, progress, pool },
    ...opened,
  }
  await registerProposals(stage)
  return stage
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
