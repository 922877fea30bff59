/** Tamperings of blocks, logs, transactions, factory, rules and roles. */
import { type Hex, zeroAddress, zeroHash } from 'viem'
import { encodeRules } from '../../../protocol/rules.ts'
import { isSame } from '../../../verifier/isSame.ts'
import type { RecordedLog, RoundRecord } from '../../../verifier/record.ts'
import { stranger } from '../../contracts/support/accounts.ts'
import { findLog, insertEvent, moveEvent } from '../support/editRecord.ts'
import {
  changeCreation,
  changeRulesInCode,
  changeRulesInEvent,
  codeEntry,
  createdTopic,
  forgeRules,
} from '../support/editRules.ts'
import type { Tampering } from './tampering.ts'

const otherHash: Hex = `0x${'ab'.repeat(32)}`
const somebody = stranger().address

export const tamperingsOfChain: Tampering[] = [
  {
    what: 'a log twice',
    tamper: ({ record }) => {
      const log = findLog(record, 'PageCast')
      record.logs.splice(record.logs.indexOf(log), 0, { ...log })
    },
    failed: ({ record }) => atLog('chain.logs', findLog(record, 'PageCast')),
  },
  {
    what: 'two logs in each other’s place',
    tamper: ({ record: { logs }, record }) => {
      const place = logs.indexOf(findLog(record, 'Objected'))
      logs.splice(place, 2, ...logs.slice(place, place + 2).reverse())
    },
    failed: ({ record }) => atLog('chain.logs', findLog(record, 'Objected')),
  },
  {
    what: 'a log from a forked block',
    tamper: ({ record }) => {
      findLog(record, 'PageOpened').blockHash = otherHash
    },
    failed: ({ record }) => atLog('chain.logs', findLog(record, 'PageOpened')),
  },
  {
    what: 'a log without the header of its block',
    tamper: ({ record }) => {
      const { blockNumber } = findLog(record, 'ObjectionAnswered')
      const place = record.blocks.findIndex(
        ({ number }) => number === blockNumber,
      )
      record.blocks.splice(place, 1)
    },
    failed: ({ record }) =>
      atLog('chain.logs', findLog(record, 'ObjectionAnswered')),
  },
  {
    what: 'a log of another contract',
    tamper: ({ record }) => {
      const log = findLog(record, 'Frozen')
      const other = { ...log, address: somebody, logIndex: log.logIndex + 1 }
      record.logs.splice(record.logs.indexOf(log) + 1, 0, other)
    },
    failed: { check: 'chain.logs', where: {} },
  },
  {
    what: 'a log that no round emits',
    tamper: ({ record }) => {
      const log = findLog(record, 'Frozen')
      const topics = [otherHash]
      const other = { ...log, topics, logIndex: log.logIndex + 1 }
      record.logs.splice(record.logs.indexOf(log) + 1, 0, other)
    },
    failed: { check: 'chain.logs', where: {} },
  },
  {
    what: 'another pinned block than the header says',
    tamper: ({ record }) => {
      record.block = { ...record.block, hash: otherHash }
    },
    failed: ({ record }) => ({
      check: 'chain.block',
      where: { block: record.block.number },
    }),
  },
  {
    what: 'a header that does not follow the one before',
    tamper: ({ record }) => {
      const { blockNumber } = findLog(record, 'ProposalRegistered', 1)
      const header = headerOf(record, blockNumber)
      header.parentHash = otherHash
    },
    failed: ({ record }) => ({
      check: 'chain.block',
      where: { block: findLog(record, 'ProposalRegistered', 1).blockNumber },
    }),
  },
  {
    what: 'a transaction missing',
    tamper: ({ record }) => {
      const { transactionHash } = findLog(record, 'Frozen')
      const place = record.transactions.findIndex(
        ({ hash }) => hash === transactionHash,
      )
      record.transactions.splice(place, 1)
    },
    failed: ({ record }) =>
      atLog('chain.transactions', findLog(record, 'Frozen')),
  },
  {
    what: 'a factory that denies the round',
    tamper: ({ record }) => {
      record.state.isRound = false
    },
    failed: { check: 'factory.round', where: { state: 'isRound' } },
  },
  {
    what: 'the factory’s log missing',
    tamper: ({ record }) => {
      record.logs = record.logs.filter(
        ({ topics }) => topics[0] !== createdTopic,
      )
    },
    failed: { check: 'factory.round', where: { event: 'RoundCreated' } },
  },
  {
    what: 'the code of a clone of another implementation',
    tamper: ({ record }) => {
      const own = codeEntry(record, record.round)
      const { implementation } = record.state
      own.code = own.code.replace(
        implementation.slice(2).toLowerCase(),
        somebody.slice(2),
      ) as Hex
    },
    failed: ({ record }) => ({
      check: 'factory.code',
      where: { code: record.round },
    }),
  },
  {
    what: 'another implementation of the factory',
    tamper: ({ record }) => {
      const { address } = codeEntry(record, record.state.implementation)
      record.codes.push({ address: somebody, code: '0x60' })
      record.state.implementation = isSame(address, somebody)
        ? zeroAddress
        : somebody
    },
    failed: ({ record }) => ({
      check: 'factory.code',
      where: { code: record.round },
    }),
  },
  {
    what: 'other rules in the code',
    tamper: ({ record, stage }) => {
      const rules = { ...stage.rules, maxScore: 9 }
      changeRulesInCode(record, encodeRules(rules))
    },
    failed: ({ record }) => ({
      check: 'rules.digest',
      where: { code: record.round },
    }),
  },
  {
    what: 'other rules in the log',
    tamper: ({ record, stage }) => {
      changeRulesInEvent(record, { ...stage.rules, seats: 2 })
    },
    failed: { check: 'rules.digest', where: { event: 'RoundOpened' } },
  },
  {
    what: 'another digest of the rules at the factory',
    tamper: ({ record }) => {
      changeCreation(record, otherHash)
    },
    failed: { check: 'rules.digest', where: { event: 'RoundCreated' } },
  },
  {
    what: 'rules out of bounds, everywhere',
    tamper: (scene) => {
      forgeRules(scene, { minOpened: 20_000 })
    },
    failed: { check: 'rules.bounds', where: { event: 'RoundOpened' } },
  },
  {
    what: 'a role taken without an offer',
    tamper: ({ record }) => {
      const previous = record.state.holders.committee
      const args = { role: 3, previous, next: somebody }
      insertEvent(record, 'Frozen', 'RoleAccepted', args)
    },
    failed: { check: 'roles.history', where: { event: 'RoleAccepted' } },
  },
  {
    what: 'a role offered by somebody without it',
    tamper: ({ record }) => {
      const args = { role: 0, next: somebody, by: somebody }
      insertEvent(record, 'Frozen', 'RoleOffered', args)
    },
    failed: { check: 'roles.history', where: { event: 'RoleOffered' } },
  },
  {
    what: 'a freeze by somebody else',
    tamper: ({ record }) => {
      const { transactionHash } = findLog(record, 'Frozen')
      for (const transaction of record.transactions)
        if (transaction.hash === transactionHash) transaction.from = somebody
    },
    failed: ({ record }) => atLog('roles.acts', findLog(record, 'Frozen')),
  },
  {
    what: 'a screening by somebody else',
    tamper: ({ record }) => {
      const log = findLog(record, 'ProposalScreened', 8)
      for (const transaction of record.transactions)
        if (transaction.hash === log.transactionHash)
          transaction.from = somebody
    },
    failed: ({ record }) =>
      atLog('roles.acts', findLog(record, 'ProposalScreened', 8)),
  },
  {
    what: 'the freeze missing',
    tamper: ({ record }) => {
      const log = findLog(record, 'Frozen')
      record.logs.splice(record.logs.indexOf(log), 1)
    },
    failed: { check: 'phases.milestones', where: { event: 'Frozen' } },
  },
  {
    what: 'a second ranking',
    tamper: ({ record }) => {
      const log = findLog(record, 'Ranked')
      const other = { ...log, logIndex: log.logIndex + 1 }
      record.logs.splice(record.logs.indexOf(log) + 1, 0, other)
    },
    failed: { check: 'phases.milestones', where: { event: 'Ranked' } },
  },
  {
    what: 'a page cast after the close',
    tamper: ({ record }) => {
      moveEvent(record, 'PageCast', 1, 'KeyCame')
    },
    failed: { check: 'phases.acts', where: { event: 'PageCast' } },
  },
  {
    what: 'a seat added after the freeze',
    tamper: ({ record }) => {
      const code = somebody
      record.codes.push({ address: code, code: `0x00${somebody.slice(2)}` })
      const args = { chunk: 1n, revision: 1n, code, codeHash: zeroHash }
      const { registrar } = record.state.holders
      insertEvent(record, 'Frozen', 'RollPublished', args, registrar)
    },
    failed: { check: 'phases.acts', where: { event: 'RollPublished' } },
  },
]

export function atLog(
  check: 'chain.logs' | 'chain.transactions' | 'roles.acts',
  { blockNumber, logIndex }: RecordedLog,
) {
  return { check, where: { block: blockNumber, logIndex } }
}

function headerOf(record: RoundRecord, block: bigint) {
  const found = record.blocks.find(({ number }) => number === block)
  if (!found) throw new Error(`The record has no header ${block}.`)
  return found
}
