/** Tamperings of proposals, roster, roll and trustees. */
import {
  bytesToHex,
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
  hexToBytes,
  keccak256,
} from 'viem'
import { roundAbi } from '../../../chain/generated/abis.ts'
import { decodeKeys, encodeKeys } from '../../../protocol/keyTranscript.ts'
import { proposalDigest } from '../../../protocol/typedData.ts'
import {
  applicant,
  signAlone,
  stranger,
} from '../../contracts/support/accounts.ts'
import { flipLast } from '../support/editBallots.ts'
import {
  argsOf,
  changeEvent,
  findLog,
  removeEvent,
} from '../support/editRecord.ts'
import { codeEntry, forgeRules } from '../support/editRules.ts'
import type { Scene, Tampering } from './tampering.ts'

const otherHash: Hex = `0x${'ab'.repeat(32)}`
const somebody = stranger().address

export const tamperingsOfSetup: Tampering[] = [
  {
    what: 'a screening of another version',
    tamper: ({ record }) => {
      changeEvent(record, 'ProposalScreened', () => ({ version: 7 }), 4)
    },
    failed: ({ record }) => ({
      check: 'proposals.history',
      where: {
        event: 'ProposalScreened',
        key: argsOf(record, 'ProposalScreened', 4).key,
      },
    }),
  },
  {
    what: 'a version that does not rise',
    tamper: ({ record }) => {
      changeEvent(record, 'ProposalRegistered', () => ({ version: 1 }), 8)
    },
    failed: ({ record }) => ({
      check: 'proposals.history',
      where: { key: argsOf(record, 'ProposalRegistered', 8).key },
    }),
  },
  {
    what: 'a registration missing',
    of: 'means',
    tamper: ({ record }) => {
      removeEvent(record, 'ProposalScreened', 1)
      removeEvent(record, 'ProposalRegistered', 1)
    },
    failed: ({ record }) => ({
      check: 'proposals.history',
      where: { key: argsOf(record, 'ProposalRegistered', 2).key },
    }),
  },
  {
    what: 'another amount asked for in the log',
    tamper: ({ record }) => {
      changeEvent(record, 'ProposalRegistered', () => ({ ask: 1n }), 3)
    },
    failed: ({ record }) => ({
      check: 'proposals.signatures',
      where: { key: argsOf(record, 'ProposalRegistered', 3).key },
    }),
  },
  {
    what: 'a registration signed by somebody else',
    tamper: ({ record, stage }) => {
      const { key, ...message } = argsOf(record, 'ProposalRegistered', 3)
      const digest = proposalDigest(stage.separator, message)
      const signature = signAlone(stranger(), digest)
      const { transactionHash } = findLog(record, 'ProposalRegistered', 3)
      for (const transaction of record.transactions)
        if (transaction.hash === transactionHash)
          transaction.input = encodeFunctionData({
            abi: roundAbi,
            functionName: 'registerProposal',
            args: [key, message, signature],
          })
    },
    failed: ({ record }) => ({
      check: 'proposals.signatures',
      where: { key: argsOf(record, 'ProposalRegistered', 3).key },
    }),
  },
  {
    what: 'a withdrawal under another proposal’s signature',
    tamper: ({ record }) => {
      const { transactionHash } = findLog(record, 'ProposalWithdrawn')
      for (const transaction of record.transactions)
        if (transaction.hash === transactionHash) {
          const call = { abi: roundAbi, data: transaction.input }
          const { args } = decodeFunctionData(call)
          const [key, version] = args as [Hex, number, Hex]
          const signature = signAlone(applicant(1), hexToBytes(otherHash))
          transaction.input = encodeFunctionData({
            abi: roundAbi,
            functionName: 'withdrawProposal',
            args: [key, version, signature],
          })
        }
    },
    failed: { check: 'proposals.signatures', where: {} },
  },
  {
    what: 'a roster out of order',
    tamper: ({ record }) => {
      changeEvent(record, 'RosterExtended', ({ keys }) => {
        const [one, other, third, ...rest] = keys
        if (!one || !other || !third) throw new Error('too few')
        return { keys: [one, third, other, ...rest] }
      })
    },
    failed: {
      check: 'roster.order',
      where: { event: 'RosterExtended', proposal: 2 },
    },
  },
  {
    what: 'another count of the roster',
    tamper: ({ record }) => {
      changeEvent(record, 'RosterFixed', () => ({ count: 8n }))
    },
    failed: { check: 'roster.order', where: { event: 'RosterFixed' } },
  },
  {
    what: 'a refused proposal on the roster',
    tamper: ({ record }) => {
      changeEvent(record, 'ProposalScreened', () => ({ accepted: true }), 9)
    },
    failed: { check: 'roster.order', where: { event: 'RosterExtended' } },
  },
  {
    what: 'a key of the roll swapped',
    tamper: (scene) => {
      swapKey(scene, 14)
    },
    failed: { check: 'roll.chunks', where: { chunk: 0 } },
  },
  {
    what: 'a key of the roll swapped, and its log',
    tamper: (scene) => {
      const codeHash = keccak256(swapKey(scene, 14))
      changeEvent(scene.record, 'RollPublished', () => ({ codeHash }), 1)
    },
    failed: { check: 'roll.freeze', where: { event: 'Frozen' } },
  },
  {
    what: 'the key of a reviewer who cast swapped, and its log',
    tamper: (scene) => {
      const codeHash = keccak256(swapKey(scene, 9))
      changeEvent(scene.record, 'RollPublished', () => ({ codeHash }), 1)
    },
    failed: { check: 'roll.freeze', where: { event: 'Frozen' } },
  },
  {
    what: 'the last change of the roll missing',
    tamper: ({ record }) => {
      removeEvent(record, 'RollPublished', 0)
    },
    failed: { check: 'roll.chunks', where: { chunk: 0 } },
  },
  {
    what: 'a freeze before the notice was over',
    tamper: (scene) => {
      const { times } = scene.stage.rules
      forgeRules(scene, { times: { ...times, rollNotice: 7_200 } })
    },
    failed: { check: 'roll.freeze', where: { event: 'Frozen' } },
  },
  {
    what: 'a freeze that names another block',
    tamper: ({ record }) => {
      changeEvent(record, 'Frozen', ({ drawBlock }) => ({
        drawBlock: drawBlock - 1n,
      }))
    },
    failed: { check: 'roll.freeze', where: { event: 'Frozen' } },
  },
  {
    what: 'other trustees in the first attempt',
    tamper: ({ record }) => {
      changeEvent(record, 'AttemptStarted', ({ trustees }) => ({
        trustees: trustees.with(2, somebody),
      }))
    },
    failed: { check: 'trustees.attempts', where: { attempt: 1 } },
  },
  {
    what: 'a package with a wrong proof',
    tamper: ({ record }) => {
      changeEvent(
        record,
        'PackagePublished',
        (args) => ({ package: flip(args.package) }),
        1,
      )
    },
    failed: { check: 'trustees.packages', where: { attempt: 1, trustee: 2 } },
  },
  {
    what: 'a package missing',
    tamper: ({ record }) => {
      removeEvent(record, 'PackagePublished', 1)
    },
    failed: { check: 'trustees.attempts', where: { attempt: 1, trustee: 2 } },
  },
  {
    what: 'a trustee’s shares changed',
    tamper: ({ record }) => {
      changeEvent(
        record,
        'SharesPublished',
        ({ shares }) => ({ shares: flip(shares) }),
        2,
      )
    },
    // The transcript is another one, so nobody's confirmation is of it.
    failed: {
      check: 'trustees.keys',
      where: { event: 'KeysConfirmed', attempt: 1 },
    },
  },
  {
    what: 'keys that do not follow from the packages',
    tamper: ({ record }) => {
      changeEvent(record, 'KeysStand', ({ keys }) => {
        const { ballotKey, lotteryKey, ...shares } = decodeKeys(keys)
        const swapped = { ballotKey: lotteryKey, lotteryKey: ballotKey }
        return { keys: encodeKeys({ ...swapped, ...shares }) }
      })
    },
    failed: {
      check: 'trustees.keys',
      where: { event: 'KeysStand', attempt: 1 },
    },
  },
  {
    what: 'a confirmation of other keys',
    tamper: ({ record }) => {
      const change = () => ({ keysDigest: otherHash })
      changeEvent(record, 'KeysConfirmed', change, 2)
    },
    failed: { check: 'trustees.keys', where: { attempt: 1, trustee: 3 } },
  },
  {
    what: 'a confirmation missing',
    tamper: ({ record }) => {
      removeEvent(record, 'KeysConfirmed', 0)
    },
    failed: { check: 'trustees.attempts', where: { attempt: 1, trustee: 1 } },
  },
]

/** Gives a seat to somebody else, in the chunk that was frozen. */
function swapKey({ record }: Scene, reviewer: number): Hex {
  const { code } = argsOf(record, 'RollPublished', 1)
  const chunk = codeEntry(record, code)
  const bytes = hexToBytes(chunk.code)
  bytes.set(hexToBytes(somebody), 1 + 20 * (reviewer - 1))
  chunk.code = bytesToHex(bytes)
  return chunk.code
}

function flip(bytes: Hex): Hex {
  return bytesToHex(flipLast(hexToBytes(bytes)))
}
