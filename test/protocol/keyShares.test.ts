// keyShares
// ├── createShares
// │   ├── given all packages → one encrypted pair for every other trustee
// │   ├── given a lone trustee → nothing
// │   ├── when a package is wrong → PackageInvalidError(trustee)
// │   └── when the state is of another attempt → StateMismatchError
// └── receiveShares
//     ├── given honest messages → all shares, none accused
//     └── when a message is cut, garbled, meant for another or off → its sender
import { concatBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect } from 'chai'
import { u32, u8 } from '../../protocol/bytes.ts'
import { importRecipient, sealMessage } from '../../protocol/hpke.ts'
import { checkPackage, PackageInvalidError } from '../../protocol/keyPackage.ts'
import {
  createShares,
  receiveShares,
  type ReceivedShares,
} from '../../protocol/keyShares.ts'
import { StateMismatchError } from '../../protocol/keyState.ts'
import { expectRejection } from './expectRejection.ts'
import { type RunningAttempt, runAttempt } from './keyAttempt.ts'

const pairLength = 33 + 64 + 16

/** What trustee `to` finds when `from` sent `pair` (or garbage) instead. */
async function receiveChanged(
  run: RunningAttempt,
  from: number,
  to: number,
  change: (message: Uint8Array) => Uint8Array,
): Promise<ReceivedShares> {
  const { attempt, states, packages } = run
  const shares = run.shares.with(from - 1, change(run.shares[from - 1]!))
  return receiveShares(attempt, states[to - 1]!, packages, shares)
}

/** A pair of shares, encrypted as it should be but of any content. */
async function sealPair(
  { attempt, packages }: RunningAttempt,
  from: number,
  to: number,
  pair: Uint8Array,
): Promise<Uint8Array> {
  const { transportKey } = checkPackage(attempt, to, packages[to - 1]!)
  const info = concatBytes(
    utf8ToBytes('dure share'),
    attempt.separator,
    u32(attempt.number),
    u8(from),
    u8(to),
  )
  return sealMessage(await importRecipient(transportKey), pair, { info })
}

describe('keyShares', () => {
  describe('createShares', () => {
    it('encrypts a pair for every other trustee', async () => {
      const { shares } = await runAttempt(3, 5)
      for (const message of shares)
        expect(message).to.have.length(4 * pairLength)
    })

    it('sends nothing when alone', async () => {
      const { shares } = await runAttempt(1, 1)
      expect(shares).to.deep.equal([new Uint8Array()])
    })

    it('refuses to go on with a wrong package', async () => {
      const { attempt, states, packages } = await runAttempt(2, 3)
      const wrong = packages.with(2, packages[2]!.with(0, 1))
      const made = createShares(attempt, states[0]!, wrong)
      const error = await expectRejection(made, PackageInvalidError)
      expect(error.trustee).to.equal(3)
    })

    it('refuses a state of another attempt or package', async () => {
      const { attempt, states, packages } = await runAttempt(2, 3)
      const next = { ...attempt, number: 2 }
      const round = { ...attempt, separator: new Uint8Array(32) }
      for (const other of [next, round])
        await expectRejection(
          createShares(other, states[0]!, packages),
          StateMismatchError,
        )
      const other = { ...states[0]!, package: states[1]!.package }
      await expectRejection(
        createShares(attempt, other, packages),
        StateMismatchError,
      )
    })
  })

  describe('receiveShares', () => {
    it('finds honest shares right', async () => {
      const { attempt, states, packages, shares } = await runAttempt(3, 5)
      for (const state of states) {
        const found = await receiveShares(attempt, state, packages, shares)
        expect(found.accused).to.deep.equal([])
        const senders = found.received.map(({ from }) => from)
        const others = [1, 2, 3, 4, 5].filter((one) => one !== state.trustee)
        expect(senders).to.deep.equal(others)
      }
    })

    it('accuses whoever sent what does not decrypt', async () => {
      const run = await runAttempt(2, 3)
      const changes: ((message: Uint8Array) => Uint8Array)[] = [
        () => new Uint8Array(),
        (message) => message.subarray(0, 2 * pairLength - 1),
        (message) => message.with(pairLength + 40, 0),
        (message) => message.with(pairLength, 9),
        (message) =>
          concatBytes(
            message.subarray(pairLength),
            message.subarray(0, pairLength),
          ),
      ]
      for (const change of changes) {
        const found = await receiveChanged(run, 1, 3, change)
        const accused = [{ trustee: 1, fault: 'unreadable' }]
        expect(found.accused).to.deep.equal(accused)
        expect(found.received.map(({ from }) => from)).to.deep.equal([2])
      }
    })

    it('accuses whoever sent what its commitments do not promise', async () => {
      const run = await runAttempt(2, 3)
      const { attempt, states, packages, shares } = run
      const { received } = await receiveShares(
        attempt,
        states[1]!,
        packages,
        shares,
      )
      const right = received.find(({ from }) => from === 3)!
      const { ballot, lottery } = right
      const tooHigh = new Uint8Array(32).fill(0xff)
      const wrong: [Uint8Array, Uint8Array, string][] = [
        [lottery, lottery, 'ballot share'],
        [ballot, ballot, 'lottery share'],
        [tooHigh, lottery, 'ballot share'],
        [ballot, new Uint8Array(32), 'lottery share'],
        [ballot, lottery.subarray(1), 'unreadable'],
      ]
      for (const [first, second, fault] of wrong) {
        const sealed = await sealPair(run, 3, 2, concatBytes(first, second))
        const found = await receiveChanged(run, 3, 2, (message) =>
          concatBytes(message.subarray(0, pairLength), sealed),
        )
        expect(found.accused).to.deep.equal([{ trustee: 3, fault }])
      }
    })
  })
})
