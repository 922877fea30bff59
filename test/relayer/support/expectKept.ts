/** What was acknowledged is on the chain as it was sent, once, and in time. */
import { expect } from 'chai'
import type { Acknowledged } from './ballotSenders.ts'
import type { ReviewStage } from './openReview.ts'
import { readRecorded } from './recordedBallots.ts'
import { untilAsync } from './untilAsync.ts'

type Place = Pick<ReviewStage, 'chain' | 'round'>

export async function untilAllRecorded(
  { chain: { reader }, round }: Place,
  acknowledged: readonly Acknowledged[],
  patience?: number,
): Promise<void> {
  await untilAsync(async () => {
    const recorded = await readRecorded(reader, round)
    const packed = new Set(recorded.map((one) => one.packed))
    return acknowledged.every(({ ballot }) => packed.has(ballot))
  }, patience)
}

/** Call it once the relayer has come to rest. */
export async function expectEachOnce(
  { chain: { reader }, round }: Place,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const recorded = await readRecorded(reader, round)
  for (const { ballot, receipt } of acknowledged) {
    const same = recorded.filter(({ packed }) => packed === ballot)
    expect(same).to.have.lengthOf(1)
    expect(same[0]?.time).to.be.at.most(receipt.receipt.includeBy)
  }
  const names = recorded.map(
    ({ reviewer, version }) => `${reviewer} ${version}`,
  )
  expect(new Set(names).size).to.equal(names.length)
}
