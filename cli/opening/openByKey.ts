/** Plans the opening of every page by the key that the shares make. */
import { getPages } from '../../chain/getPages.ts'
import { getReleasedShares } from '../../chain/getReleasedShares.ts'
import { BaseError } from '../../protocol/errors.ts'
import { combineShares } from '../../protocol/release.ts'
import { envelopeLength, valueCount } from '../../protocol/rules.ts'
import { describeTime } from '../frame/describeTime.ts'
import type { RoundActSession } from '../frame/session.ts'
import { readDraw } from '../readDraw.ts'
import type { RoundContext } from '../roundContext.ts'
import { decryptPages } from './decryptPages.ts'
import type { PlannedOpening } from './open.ts'
import { openingGas } from './openingGas.ts'
import { groupParts, splitPage } from './planOpenings.ts'
import { readOpened } from './readOpened.ts'

export async function openByKey(
  session: RoundActSession,
  context: RoundContext,
): Promise<PlannedOpening> {
  const { progress, reader } = session
  const { fromBlock, round, rules, separator } = context
  const draw = await readDraw(reader, context)
  const ballotSecret = await readBallotSecret(session, context)
  const values = valueCount(rules, draw.n)
  const pages = await getPages(reader, { round, fromBlock })
  const opened = { round, fromBlock, valueCount: values }
  const isOpened = await readOpened(reader, opened)
  const lengths = {
    envelopeLength: envelopeLength(rules, draw.n),
    valueCount: values,
  }
  const task = { pages, separator, draw, ballotSecret, ...lengths }
  const total = pages.reduce((sum, { ballots }) => sum + ballots, 0)
  const decrypted = await progress.step(
    ...(['decrypting', total, 'ballots'] as const),
    (advance) => decryptPages(task, advance),
  )
  const bounds = openingGas(rules, draw.n)
  const parts = decrypted.flatMap((page) =>
    splitPage(page, (index) => isOpened(page.number, index), bounds),
  )
  const all = decrypted.flatMap(({ openings }) => openings)
  const unreadable = all.filter(({ kind }) => kind === 0).length
  return { groups: groupParts(parts, bounds), unreadable }
}

async function readBallotSecret(
  { reader, surroundings }: RoundActSession,
  { fromBlock, round, rules }: RoundContext,
): Promise<bigint> {
  const call = { round, fromBlock, purpose: 'ballot' } as const
  const released = await getReleasedShares(reader, call)
  const { threshold, times } = rules
  const trustees = rules.trustees.length
  if (released.length < threshold)
    throw new BallotKeyMissingError({
      released: released.map(({ trustee }) => trustee),
      threshold,
      releaseUntil: times.releaseUntil,
      now: surroundings.now(),
    })
  return combineShares({ threshold, trustees }, released)
}

export class BallotKeyMissingError extends BaseError {
  override name = 'BallotKeyMissingError'
  readonly released: readonly number[]

  constructor({
    released,
    threshold,
    releaseUntil,
    now,
  }: {
    released: readonly number[]
    threshold: number
    releaseUntil: number
    now: number
  }) {
    super('The key to the ballots has not come.', {
      metaMessages: [
        `${released.length} of ${threshold} shares are released; ${released.length === 0 ? 'no trustee' : `trustees ${released.join(', ')}`} did so.`,
        `Trustees release with \`dure trustee run\` until ${describeTime(releaseUntil, now)}.`,
        'If they do not, each reviewer opens the own ballot: `dure open --own FILE`.',
      ],
    })
    this.released = released
  }
}
