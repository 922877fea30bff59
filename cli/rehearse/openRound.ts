/** Makes the round on the embedded chain, with its times from now on. */
import { type Address, hexToBytes } from 'viem'
import { createRound } from '../../chain/createRound.ts'
import { readRound } from '../../chain/readRound.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { EmbeddedChain } from '../embeddedChain.ts'
import type { Plan } from './plan.ts'
import {
  type Actors,
  documentDigest,
  type GasMeter,
  type Stage,
} from './stage.ts'
import { planTimes } from './timetable.ts'

export async function openRound(
  chain: EmbeddedChain,
  actors: Actors,
  plan: Plan,
  gas: GasMeter,
  /** That the rules list; none if all have accounts. */
  verifier?: Address,
): Promise<Pick<Stage, 'round' | 'rules' | 'separator'>> {
  const verifiers = verifier ? [verifier] : []
  const rules = completeRules(chain, actors, plan, verifiers)
  const { admin, registrar, screener, committee } = actors
  const { round, receipt } = await createRound(admin, {
    factory: chain.factory,
    rules,
    holders: {
      admin: admin.account.address,
      registrar: registrar.account.address,
      screener: screener.account.address,
      committee: committee.account.address,
    },
    salt: documentDigest('rehearsal'),
  })
  gas.spend('create', receipt)
  const separator = await readRound(chain.reader, {
    round,
    functionName: 'domainSeparator',
    args: [],
  })
  return { round, rules, separator: hexToBytes(separator) }
}

function completeRules(
  chain: EmbeddedChain,
  { trustees }: Actors,
  plan: Plan,
  verifiers: readonly Address[],
): Rules {
  return {
    document: documentDigest(plan.title),
    verifiers,
    ...plan.rules,
    times: planTimes(chain.now()),
    threshold: plan.trustees.threshold,
    trustees: trustees.map(({ account }) => account.address),
  }
}
