/** The call that makes the round of a draft, noted in the draft before it is sent. */
import type { Abi, Address } from 'viem'
import { roundFactoryAbi } from '../../../../../chain/generated/abis.ts'
import { predictRound } from '../../../../../chain/predictRound.ts'
import type { RoundPlan } from '../../../../../protocol/rulesFile/parseRules.ts'
import { rulesDigest, toAbiRules } from '../../../../../protocol/rules.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Call } from '../../acts/call.ts'
import type { Draft } from '../draft/draft.ts'
import { keepDraft, readDraft } from '../draft/keptDrafts.ts'
import { draftId } from '../draft/keptDrafts.ts'
import { roundDocument } from '../draft/roundDocument.ts'
import { findMade } from './useCreatedRound.ts'

/** Answers no call where the round was made meanwhile. */
export function useCreation(draft: Draft, { holders, rules }: RoundPlan) {
  const { factory } = useConfig()
  const node = useNode()
  return async function makeCalls(creator: Address): Promise<Call[]> {
    const { salt } = draft
    // Another tab may have sent it: what is kept counts, not what is shown.
    const { attempts } = readDraft(draftId(draft)) ?? draft
    if (await findMade(node, factory, attempts)) return []
    const at = { factory, rules, creator, salt }
    const round = await predictRound(node, at)
    const attempt = {
      ...{ creator, round, digest: rulesDigest(rules) },
      document: new TextDecoder().decode(roundDocument(draft)),
    }
    const others = attempts.filter((one) => one.round !== round)
    keepDraft({ ...draft, attempts: [...others, attempt] })
    const abi: Abi = roundFactoryAbi
    const args = [toAbiRules(rules), holders, salt]
    return [{ address: factory, abi, functionName: 'createRound', args }]
  }
}
