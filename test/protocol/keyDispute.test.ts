// judgeDispute
// ├── given a bad share, and who got it complains → the sender
// ├── given a share that fits → the complainer
// ├── given a secret of another transport key → the complainer
// ├── given no message of the accused → the complainer
// └── given a wrong package → its sender, whatever the shares are
import { expect } from 'chai'
import { hexToBigInt } from 'viem'
import { type Dispute, judgeDispute } from '../../protocol/keyDispute.ts'
import { receiveShares } from '../../protocol/keyShares.ts'
import { type RunningAttempt, runAttempt } from './keyAttempt.ts'

function complain(
  { states }: RunningAttempt,
  trustee: number,
  accused: number,
): Dispute {
  const { transportSecret } = states[trustee - 1]!
  return { trustee, accused, transportSecret: hexToBigInt(transportSecret) }
}

/** One byte of what `from` encrypted to each of the others is changed. */
function garble(run: RunningAttempt, from: number): RunningAttempt {
  const garbled = run.shares[from - 1]!.map((byte, index) =>
    index % 113 === 100 ? byte ^ 1 : byte,
  )
  return { ...run, shares: run.shares.with(from - 1, garbled) }
}

function judge(
  { attempt, packages, shares }: RunningAttempt,
  dispute: Dispute,
) {
  return judgeDispute(attempt, dispute, packages, shares)
}

describe('judgeDispute', () => {
  it('blames the sender of a bad share', async () => {
    const run = garble(await runAttempt(3, 5), 2)
    const { attempt, states, packages, shares } = run
    const state = states[3]!
    const { accused } = await receiveShares(attempt, state, packages, shares)
    expect(accused).to.deep.equal([{ trustee: 2, fault: 'unreadable' }])
    const verdict = await judge(run, complain(run, 4, 2))
    expect(verdict).to.deep.equal({ blamed: 2, reason: 'unreadable' })
  })

  it('blames who complains about a share that fits', async () => {
    const run = garble(await runAttempt(3, 5), 2)
    const expected = { blamed: 4, reason: 'groundless complaint' }
    for (const accused of [1, 3, 5]) {
      const verdict = await judge(run, complain(run, 4, accused))
      expect(verdict).to.deep.equal(expected)
    }
  })

  it('blames who publishes the secret of another key', async () => {
    const run = garble(await runAttempt(2, 3), 2)
    const dispute = { ...complain(run, 1, 2), trustee: 3 }
    const expected = { blamed: 3, reason: 'transport secret' }
    expect(await judge(run, dispute)).to.deep.equal(expected)
  })

  it('blames who complains before there is a share', async () => {
    const run = await runAttempt(2, 3)
    const shares = run.shares.slice(0, 1)
    const verdict = await judge({ ...run, shares }, complain(run, 1, 2))
    const expected = { blamed: 1, reason: 'groundless complaint' }
    expect(verdict).to.deep.equal(expected)
  })

  it('blames the sender of a wrong package', async () => {
    const run = garble(await runAttempt(2, 3), 2)
    for (const [wrong, trustee, accused] of [
      [1, 1, 2],
      [2, 1, 2],
    ] as const) {
      const changed = run.packages[wrong - 1]!.with(200, 0)
      const packages = run.packages.with(wrong - 1, changed)
      const dispute = complain(run, trustee, accused)
      const expected = { blamed: wrong, reason: 'package' }
      expect(await judge({ ...run, packages }, dispute)).to.deep.equal(expected)
    }
  })
})
