/** Tamperings of ranking, objections, decision and documents. */
import {
  bytesToHex,
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
  hexToBytes,
} from 'viem'
import { roundAbi } from '../../../chain/generated/abis.ts'
import { fromBitField, toBitField } from '../../../protocol/bitField.ts'
import { packNumbers, parseNumbers } from '../../../protocol/packedNumbers.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import { signAlone, stranger } from '../../contracts/support/accounts.ts'
import { someDigest } from '../../contracts/support/stage.ts'
import { flipLast } from '../support/editBallots.ts'
import {
  argsOf,
  changeEvent,
  findLog,
  insertEvent,
  removeEvent,
} from '../support/editRecord.ts'
import type { Tampering } from './tampering.ts'

export const tamperingsOfResult: Tampering[] = [
  {
    what: 'two places of the ranking swapped',
    tamper: ({ record }) => {
      changeEvent(record, 'Ranked', ({ second }) => {
        const [one = 0, other = 0, ...rest] = parseNumbers(second)
        return { second: packNumbers([other, one, ...rest]) }
      })
    },
    failed: ({ record }) => ({
      check: 'ranking.order',
      where: { event: 'Ranked', proposal: secondOrder(record)[1] ?? 0 },
    }),
  },
  {
    what: 'a ranking that forgot the neutral review',
    of: 'means',
    tamper: ({ record }) => {
      // By the plain means 5, 14/3 and 4/3.
      changeEvent(record, 'Ranked', () => ({ first: packNumbers([1, 2, 3]) }))
    },
    failed: { check: 'ranking.order', where: { event: 'Ranked', proposal: 1 } },
  },
  {
    what: 'a proposal missing in the ranking',
    tamper: ({ record }) => {
      changeEvent(record, 'Ranked', ({ second }) => ({
        second: packNumbers(parseNumbers(second).slice(0, -1)),
      }))
    },
    failed: { check: 'ranking.order', where: { event: 'Ranked' } },
  },
  {
    what: 'a winner added',
    tamper: ({ record }) => {
      changeRecommended(record, (all) => [...all, outsider(record)])
    },
    failed: ({ record }) => ({
      check: 'ranking.recommended',
      where: { event: 'Ranked', proposal: outsider(record) },
    }),
  },
  {
    what: 'a winner dropped',
    tamper: ({ record }) => {
      changeRecommended(record, (all) => all.slice(1))
    },
    failed: ({ record }) => ({
      check: 'ranking.recommended',
      where: { event: 'Ranked', proposal: recommendedIn(record)[0] ?? 0 },
    }),
  },
  {
    what: 'another sum of money spent',
    of: 'jury',
    tamper: ({ record }) => {
      changeEvent(record, 'Ranked', () => ({ spent: [9n, 0n] as const }))
    },
    failed: { check: 'ranking.recommended', where: { event: 'Ranked' } },
  },
  {
    what: 'an objection of somebody without a seat',
    tamper: ({ record }) => {
      changeEvent(record, 'Objected', () => ({ key: stranger().address }))
    },
    failed: { check: 'objections.history', where: { objection: 1 } },
  },
  {
    what: 'an objection signed by somebody else',
    tamper: ({ record }) => {
      const { transactionHash } = findLog(record, 'Objected')
      for (const transaction of record.transactions)
        if (transaction.hash === transactionHash) {
          const call = { abi: roundAbi, data: transaction.input }
          const { args } = decodeFunctionData(call)
          const [reviewer, digest] = args as [bigint, Hex, Hex]
          const signature = signAlone(stranger(), hexToBytes(someDigest))
          transaction.input = encodeFunctionData({
            abi: roundAbi,
            functionName: 'objectAsReviewer',
            args: [reviewer, digest, signature],
          })
        }
    },
    failed: { check: 'objections.signatures', where: { objection: 1 } },
  },
  {
    what: 'another digest of an objection',
    tamper: ({ record }) => {
      const digest = bytesToHex(flipLast(hexToBytes(someDigest)))
      changeEvent(record, 'Objected', () => ({ digest }), 1)
    },
    failed: { check: 'objections.signatures', where: { objection: 2 } },
  },
  {
    what: 'an answer to an objection that nobody made',
    tamper: ({ record }) => {
      changeEvent(record, 'ObjectionAnswered', () => ({ objection: 3n }))
    },
    failed: { check: 'objections.history', where: { objection: 3 } },
  },
  {
    what: 'an objection missing',
    tamper: ({ record }) => {
      removeEvent(record, 'Objected', 1)
    },
    failed: { check: 'decision.confirmation', where: { event: 'Confirmed' } },
  },
  {
    what: 'a departure across the halves',
    tamper: ({ record }) => {
      const added = acrossFrom(record)
      changeEvent(record, 'Departed', () => ({ added }))
    },
    failed: ({ record }) => ({
      check: 'decision.departures',
      where: { event: 'Departed', proposal: acrossFrom(record) },
    }),
  },
  {
    what: 'a departure that removes what was not recommended',
    tamper: ({ record }) => {
      const removed = acrossFrom(record)
      changeEvent(record, 'Departed', () => ({ removed }))
    },
    failed: ({ record }) => ({
      check: 'decision.departures',
      where: { event: 'Departed', proposal: acrossFrom(record) },
    }),
  },
  {
    what: 'a departure without a reason',
    tamper: ({ record }) => {
      const reason: Hex = `0x${'00'.repeat(32)}`
      changeEvent(record, 'Departed', () => ({ reason }))
    },
    failed: { check: 'decision.departures', where: { event: 'Departed' } },
  },
  {
    what: 'a departure missing',
    tamper: ({ record }) => {
      removeEvent(record, 'Departed')
    },
    failed: { check: 'decision.confirmation', where: { event: 'Confirmed' } },
  },
  {
    what: 'a winner added by the confirmation',
    of: 'jury',
    tamper: ({ record }) => {
      const added = outsider(record)
      changeEvent(record, 'Confirmed', ({ selected }) => ({
        selected: toBitField([...fromBitField(selected), added], 6),
      }))
    },
    failed: ({ record }) => ({
      check: 'decision.confirmation',
      where: { event: 'Confirmed', proposal: outsider(record) },
    }),
  },
  {
    what: 'unanswered objections hidden',
    tamper: ({ record }) => {
      changeEvent(record, 'Confirmed', () => ({ unanswered: 0n }))
    },
    failed: { check: 'decision.confirmation', where: { event: 'Confirmed' } },
  },
  {
    what: 'a cancellation after the end',
    of: 'jury',
    tamper: ({ record }) => {
      const args = { reason: someDigest }
      const { admin } = record.state.holders
      insertEvent(record, 'Confirmed', 'RoundCancelled', args, admin)
    },
    failed: { check: 'phases.acts', where: { event: 'RoundCancelled' } },
  },
  {
    what: 'a document changed',
    of: 'means',
    tamper: ({ documents }) => {
      for (const [digest, text] of documents ?? [])
        documents?.set(digest, flipLast(text))
    },
    failed: ({ documents }) => ({
      check: 'documents.digests',
      where: { document: [...(documents ?? new Map()).keys()][0] as Hex },
    }),
  },
]

function recommendedIn(record: RoundRecord): number[] {
  return fromBitField(argsOf(record, 'Ranked').recommended)
}

function changeRecommended(
  record: RoundRecord,
  change: (all: number[]) => number[],
): void {
  changeEvent(record, 'Ranked', ({ recommended }) => ({
    recommended: toBitField(change(fromBitField(recommended)), 7),
  }))
}

/** The first that is not recommended. */
function outsider(record: RoundRecord): number {
  const recommended = recommendedIn(record)
  const { first, second } = argsOf(record, 'Ranked')
  const all = [...parseNumbers(first), ...parseNumbers(second)]
  return all.find((number) => !recommended.includes(number)) ?? 0
}

function secondOrder(record: RoundRecord): number[] {
  return parseNumbers(argsOf(record, 'Ranked').second)
}

/** Not recommended, and of the half that the departure has nothing to do with. */
function acrossFrom(record: RoundRecord): number {
  const recommended = recommendedIn(record)
  return (
    secondOrder(record).findLast((number) => !recommended.includes(number)) ?? 0
  )
}
