/** The roll that follows from the enrolments, and how the published one differs. */
import { type Address, zeroAddress } from 'viem'
import { getRollChunks } from '../../chain/getRoll.ts'
import { keysPerChunk, parseKeys } from '../../protocol/roll.ts'
import type { Services } from '../services.ts'
import { placeOf, readSeats, type RoundSeats } from '../tickets/roundSeats.ts'
import { readEnrolments } from './readEnrolments.ts'

/** As `dure roll publish` reads it: docs/files.md, "Tables". */
export async function rollTable(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  round: Address,
): Promise<string> {
  const seats = await readSeats(services, round)
  const keys = await enrolledKeys(services, round, seats)
  const lines = keys.map((key, index) => {
    const { community, seat } = placeOf(index + 1, seats)
    return community === null
      ? `${index + 1},${key}`
      : `${community},${seat},${key}`
  })
  const header =
    seats.perCommunity === undefined ? 'reviewer,key' : 'community,seat,key'
  return `${[header, ...lines].join('\n')}\n`
}

export type RollDifference = {
  reviewer: number
  /** Null: the seat is empty, or its part of the roll is not published. */
  enrolled: Address | null
  published: Address | null
}

export async function compareRoll(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  round: Address,
): Promise<{ isPublished: boolean; differences: RollDifference[] }> {
  const seats = await readSeats(services, round)
  const { fromBlock } = await services.rounds.round(round)
  const [enrolled, chunks] = await Promise.all([
    enrolledKeys(services, round, seats),
    getRollChunks(services.node.reader, { round, fromBlock }),
  ])
  const published = new Map(
    chunks.flatMap(([chunk, keys]) =>
      parseKeys(keys).map(
        (key, place) => [chunk * keysPerChunk + place, key] as const,
      ),
    ),
  )
  const differences = enrolled.flatMap((key, index) => {
    const standing = published.get(index) ?? zeroAddress
    if (standing === key) return []
    const pair = { enrolled: orNull(key), published: orNull(standing) }
    return [{ reviewer: index + 1, ...pair }]
  })
  return { isPublished: published.size === seats.reviewers, differences }
}

function orNull(key: Address): Address | null {
  return key === zeroAddress ? null : key
}

/** One key a seat, the zero address where nobody is enrolled. */
async function enrolledKeys(
  { database }: Pick<Services, 'database'>,
  round: Address,
  { reviewers }: RoundSeats,
): Promise<Address[]> {
  const enrolments = await readEnrolments(database, round)
  const keys = new Map(enrolments.map(({ key, reviewer }) => [reviewer, key]))
  return Array.from(
    { length: reviewers },
    (_, index) => keys.get(index + 1) ?? zeroAddress,
  )
}
