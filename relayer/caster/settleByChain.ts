/** Finds out from the round itself what became of ballots. */
import { type Address, bytesToHex } from 'viem'
import { getPages } from '../../chain/getPages.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { readRound } from '../../chain/readRound.ts'
import { ballotDigest, parseBatch } from '../../protocol/ballot.ts'
import { readHead } from '../node/readHead.ts'
import type { Services } from '../services.ts'
import type { Outcome } from './finishCast.ts'
import type { CastBallot } from './readCast.ts'

type Place = Pick<Outcome, 'page' | 'block' | 'transaction'>

/** Beside that, another ballot of the same reviewer is in the round. */
export const superseded = 'Round_BallotSuperseded'

/**
 * What is not on the chain waits again, or has missed the close. It is looked
 * for from `fromBlock` on, and as far before as a reorganisation reaches.
 */
export async function settleByChain(
  services: Pick<Services, 'node' | 'rounds'>,
  { round, fromBlock }: { round: Address; fromBlock: bigint },
  ballots: readonly CastBallot[],
): Promise<Outcome[]> {
  const client = services.node.reader
  // Before the versions: what they tell was so by the next block at the latest.
  const { number } = await readHead(client)
  const lastVersions = await mapConcurrently(ballots, ({ reviewer }) => {
    const args = [BigInt(reviewer)] as const
    return readRound(client, { round, functionName: 'lastVersion', args })
  })
  const places = await findPlaces(services, { round, fromBlock })
  const isOver = await isReviewOver(services, round)
  return ballots.map(({ digest, reviewer, version }, index): Outcome => {
    const ballot = { reviewer, version }
    if ((lastVersions[index] ?? 0) < version)
      return { ...ballot, state: isOver ? 'missed' : 'waiting' }
    const place = places.get(digest)
    if (place) return { ...ballot, state: 'recorded', ...place }
    const block = Number(number)
    return { ...ballot, state: 'skipped', reason: superseded, block }
  })
}

/** By digest: of one version there may be several. */
async function findPlaces(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  { round, fromBlock }: { round: Address; fromBlock: bigint },
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const review = await rounds.review(round)
  if (!review) return places
  const facts = await rounds.round(round)
  const earlier = fromBlock - BigInt(node.finality)
  const first = earlier > facts.fromBlock ? earlier : facts.fromBlock
  for (const page of await getPages(node.reader, { round, fromBlock: first })) {
    const block = Number(page.blockNumber)
    const transaction = page.transactionHash
    const place = { page: page.number, block, transaction }
    for (const ballot of parseBatch(page.batch, review))
      places.set(bytesToHex(ballotDigest(facts.separator, ballot)), place)
  }
  return places
}

/** Read anew: what is missed is missed for good. */
async function isReviewOver(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  round: Address,
): Promise<boolean> {
  const [{ rules }, { timestamp }, phase] = await Promise.all([
    rounds.round(round),
    readHead(node.reader),
    rounds.phase(round),
  ])
  return timestamp >= rules.times.close || phase === 'cancelled'
}
