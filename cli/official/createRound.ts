/** Makes a round from a file of rules, after everything in it was checked. */
import {
  type Abi,
  type Address,
  concat,
  type Hash,
  type Hex,
  keccak256,
  zeroAddress,
} from 'viem'
import { getBlock, getCode } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { readCreatedRound } from '../../chain/createRound.ts'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { encodeRules, rulesDigest, toAbiRules } from '../../protocol/rules.ts'
import { checkFactory } from '../frame/checkFactory.ts'
import { perform, toJsonTransactions } from '../frame/act.ts'
import { parseAddress } from '../frame/connect.ts'
import { localTime } from '../frame/describeTime.ts'
import type { ActOptions, ChainOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Call } from '../frame/send.ts'
import { openActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped } from '../printing.ts'
import type { RoundPlan } from '../../protocol/rulesFile/parseRules.ts'
import { readRulesFile, RulesFileError } from '../rules/readRulesFile.ts'

export type CreateOptions = ChainOptions &
  ActOptions & { factory?: string; check?: true; asIs?: true }

/** Without a chain: by the clock on the wall, and any verifier passes. */
export async function checkRulesFile(
  surroundings: Surroundings,
  file: string,
  options: CreateOptions,
): Promise<void> {
  const show = { surroundings, options }
  try {
    const { asIs } = options
    const now = surroundings.now()
    const { rules } = await readRulesFile(file, { now, asIs })
    const digest = rulesDigest(rules)
    const json = { isGood: true, problems: [], rulesDigest: digest }
    report(show, { text: `${file} is good. Rules digest: ${digest}`, json })
  } catch (error) {
    if (!(error instanceof RulesFileError)) throw error
    surroundings.checkFailed()
    const { message, problems } = error
    report(show, { text: message, json: { isGood: false, problems } })
  }
}

export async function createRoundFrom(
  surroundings: Surroundings,
  file: string,
  options: CreateOptions,
): Promise<void> {
  const factory = parseAddress('--factory', options.factory, 'DURE_FACTORY')
  const session = await openActSession(surroundings, options)
  await checkFactory(session, factory)
  const { timestamp } = await getBlock(session.reader)
  const plan = await readRulesFile(file, {
    now: Number(timestamp),
    asIs: options.asIs,
    findCode: (verifiers) => findCode(session.reader, verifiers),
  })
  const [receipt] = await perform(session, {
    title: `Make a round with the rules of ${file}`,
    facts: describePlan(plan, factory),
    warning: 'Its rules can never be changed.',
    calls: [creation(factory, plan)],
  })
  const round = receipt && readCreatedRound(factory, receipt)
  const created = `The round is at ${round ?? zeroAddress}\n  export DURE_ROUND=${round ?? zeroAddress}`
  report(session, {
    text: round === undefined ? 'Nothing was sent.' : created,
    json: {
      ...(round && { round }),
      factory,
      rulesDigest: rulesDigest(plan.rules),
      isDryRun: round === undefined,
      transactions: toJsonTransactions(receipt ? [receipt] : []),
    },
  })
}

/** The salt follows from the contents: sent twice, it is one round. */
function creation(factory: Address, { holders, rules }: RoundPlan): Call {
  const { admin, committee, registrar, screener } = holders
  const contents: Hex[] = [encodeRules(rules)]
  const salt: Hash = keccak256(
    concat([...contents, admin, registrar, screener, committee]),
  )
  const abi: Abi = roundFactoryAbi
  const args = [toAbiRules(rules), holders, salt]
  return { address: factory, abi, functionName: 'createRound', args }
}

function describePlan({ holders, rules }: RoundPlan, factory: Address) {
  const { budget, listLength, owners, seats, times } = rules
  const who = owners
    ? `${rules.seatsPerCommunity} of each applicant community`
    : `a jury of ${grouped(rules.reviewers)}`
  const what =
    listLength === 0 ? 'all proposals' : `${listLength} drawn for each`
  const won = seats === 0 ? `a budget of ${grouped(budget)}` : `${seats} seats`
  const roles = Object.entries(holders).map(
    ([role, holder]) => [role, holder] as const,
  )
  return [
    ['factory', factory] as const,
    ...roles,
    ['reviewers', `${who}, ${what}`] as const,
    ['to give', won] as const,
    ['trustees', `${rules.threshold} of ${rules.trustees.length}`] as const,
    ['registration', `until ${localTime(times.registerUntil)}`] as const,
    [
      'review',
      `${localTime(times.reviewFrom)} to ${localTime(times.close)}`,
    ] as const,
    ['opening', `until ${localTime(times.openUntil)}`] as const,
  ]
}

function findCode(
  reader: ReadClient,
  verifiers: readonly Address[],
): Promise<boolean[]> {
  return Promise.all(
    verifiers.map(async (address) => {
      const code = await getCode(reader, { address })
      return code !== undefined && code !== '0x'
    }),
  )
}
