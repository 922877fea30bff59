/** Changes the rules of a record in every place that tells them. */
import {
  concat,
  encodeEventTopics,
  type Hex,
  keccak256,
  size,
  sliceHex,
} from 'viem'
import { roundFactoryAbi } from '../../../chain/generated/abis.ts'
import { encodeRules, type Rules, toAbiRules } from '../../../protocol/rules.ts'
import { isSame } from '../../../verifier/isSame.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import type { Scene } from '../tamperings/tampering.ts'
import { changeEvent } from './editRecord.ts'

const cloneLength = 45

export function forgeRules({ record, stage }: Scene, change: Partial<Rules>) {
  const rules = { ...stage.rules, ...change }
  const digest = keccak256(encodeRules(rules))
  changeRulesInCode(record, encodeRules(rules))
  changeRulesInEvent(record, rules)
  changeEvent(record, 'RoundOpened', () => ({ rulesDigest: digest }))
  changeCreation(record, digest)
  record.state.rulesDigest = digest
}

export function changeRulesInCode(record: RoundRecord, encoded: Hex): void {
  const own = codeEntry(record, record.round)
  own.code = concat([sliceHex(own.code, 0, cloneLength), encoded])
}

export function changeRulesInEvent(record: RoundRecord, rules: Rules): void {
  const abiRules = toAbiRules(rules) as never
  changeEvent(record, 'RoundOpened', () => ({ rules: abiRules }))
}

/** Makes the factory name another digest. */
export function changeCreation(record: RoundRecord, digest: Hex): void {
  const created = record.logs.find(({ address }) =>
    isSame(address, record.factory),
  )
  if (!created) throw new Error('The record has no RoundCreated.')
  created.topics[3] = digest
}

export function codeEntry(record: RoundRecord, address: Hex) {
  const found = record.codes.find((one) => isSame(one.address, address))
  if (!found || size(found.code) === 0) throw new Error(`No code ${address}.`)
  return found
}

/** The topic that a factory's log begins with. */
export const createdTopic = encodeEventTopics({
  abi: roundFactoryAbi,
  eventName: 'RoundCreated',
})[0]
