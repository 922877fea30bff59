/** All checks, by their names. */
import { type CheckName, checkNames } from '../checkNames.ts'
import { ballotsPages } from './ballotsPages.ts'
import { ballotsSignatures } from './ballotsSignatures.ts'
import { ballotsSkipped } from './ballotsSkipped.ts'
import { ballotsVersions } from './ballotsVersions.ts'
import { chainBlock } from './chainBlock.ts'
import { chainLogs } from './chainLogs.ts'
import { chainTransactions } from './chainTransactions.ts'
import type { Check } from './check.ts'
import { decisionConfirmation } from './decisionConfirmation.ts'
import { decisionDepartures } from './decisionDepartures.ts'
import { documentsDigests } from './documentsDigests.ts'
import { drawBlock } from './drawBlock.ts'
import { drawLists } from './drawLists.ts'
import { drawSeedCheck } from './drawSeed.ts'
import { drawShuffles } from './drawShuffles.ts'
import { factoryCode } from './factoryCode.ts'
import { factoryRound } from './factoryRound.ts'
import { objectionsHistory } from './objectionsHistory.ts'
import { objectionsSignatures } from './objectionsSignatures.ts'
import { openingsComplete } from './openingsComplete.ts'
import { openingsCounts } from './openingsCounts.ts'
import { openingsPages } from './openingsPages.ts'
import { openingsSeals } from './openingsSeals.ts'
import { openingsSignatures } from './openingsSignatures.ts'
import { phasesActs } from './phasesActs.ts'
import { phasesMilestones } from './phasesMilestones.ts'
import { proposalsHistory } from './proposalsHistory.ts'
import { proposalsSignatures } from './proposalsSignatures.ts'
import { rankingOrder } from './rankingOrder.ts'
import { rankingRecommended } from './rankingRecommended.ts'
import { rolesActs } from './rolesActs.ts'
import { rolesHistory } from './rolesHistory.ts'
import { rollChunks } from './rollChunks.ts'
import { rollFreeze } from './rollFreeze.ts'
import { rollKeys } from './rollKeys.ts'
import { rosterOrder } from './rosterOrder.ts'
import { rulesBounds } from './rulesBounds.ts'
import { rulesDigestCheck } from './rulesDigest.ts'
import { stateBallots, stateOpenings, stateTally } from './stateBallots.ts'
import { statePhase, stateRoles, stateRules } from './stateBasics.ts'
import { stateDraw, stateTrustees } from './stateKeys.ts'
import { stateProposals, stateRoll, stateRoster } from './stateProposals.ts'
import { stateDecision, stateRanking } from './stateResult.ts'
import { trusteesAttempts } from './trusteesAttempts.ts'
import { trusteesDisputes } from './trusteesDisputes.ts'
import { trusteesKeys } from './trusteesKeys.ts'
import { trusteesPackages } from './trusteesPackages.ts'
import { trusteesRelease } from './trusteesRelease.ts'

const byName: Record<CheckName, Check> = {
  'chain.block': chainBlock,
  'chain.logs': chainLogs,
  'chain.transactions': chainTransactions,
  'factory.round': factoryRound,
  'factory.code': factoryCode,
  'rules.digest': rulesDigestCheck,
  'rules.bounds': rulesBounds,
  'phases.milestones': phasesMilestones,
  'roles.history': rolesHistory,
  'roles.acts': rolesActs,
  'proposals.history': proposalsHistory,
  'proposals.signatures': proposalsSignatures,
  'roster.order': rosterOrder,
  'roll.chunks': rollChunks,
  'roll.keys': rollKeys,
  'trustees.attempts': trusteesAttempts,
  'trustees.packages': trusteesPackages,
  'trustees.disputes': trusteesDisputes,
  'trustees.keys': trusteesKeys,
  'roll.freeze': rollFreeze,
  'trustees.release': trusteesRelease,
  'draw.block': drawBlock,
  'draw.seed': drawSeedCheck,
  'draw.shuffles': drawShuffles,
  'draw.lists': drawLists,
  'ballots.pages': ballotsPages,
  'ballots.signatures': ballotsSignatures,
  'ballots.versions': ballotsVersions,
  'ballots.skipped': ballotsSkipped,
  'openings.pages': openingsPages,
  'openings.seals': openingsSeals,
  'openings.signatures': openingsSignatures,
  'openings.complete': openingsComplete,
  'openings.counts': openingsCounts,
  'phases.acts': phasesActs,
  'ranking.order': rankingOrder,
  'ranking.recommended': rankingRecommended,
  'objections.history': objectionsHistory,
  'objections.signatures': objectionsSignatures,
  'decision.departures': decisionDepartures,
  'decision.confirmation': decisionConfirmation,
  'documents.digests': documentsDigests,
  'state.rules': stateRules,
  'state.phase': statePhase,
  'state.roles': stateRoles,
  'state.proposals': stateProposals,
  'state.roster': stateRoster,
  'state.roll': stateRoll,
  'state.trustees': stateTrustees,
  'state.draw': stateDraw,
  'state.ballots': stateBallots,
  'state.openings': stateOpenings,
  'state.tally': stateTally,
  'state.ranking': stateRanking,
  'state.decision': stateDecision,
}

/** In the order in which they run: each after what it needs. */
export const allChecks: readonly Check[] = checkNames.map(
  (name) => byName[name],
)
