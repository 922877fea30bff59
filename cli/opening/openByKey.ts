/** Plans the opening of every page by the key that the shares make. */
import { getPages } from '../../chain/getPages.ts'
import {
  decryptPages,
  type Decryption,
} from '../../chain/opening/decryptPages.ts'
import {
  planOpeningByKey,
  type PlannedOpening,
} from '../../chain/opening/planOpeningByKey.ts'
import type { DecryptedPage } from '../../chain/opening/planOpenings.ts'
import { readBallotSecret } from '../../chain/opening/readBallotSecret.ts'
import { readDraw } from '../../chain/readDraw.ts'
import { BaseError } from '../../protocol/errors.ts'
import { describeTime } from '../frame/describeTime.ts'
import type { RoundActSession } from '../frame/session.ts'
import { createWorkerPool } from '../rehearse/workerPool.ts'
import type { RoundContext } from '../roundContext.ts'

export async function openByKey(
  session: RoundActSession,
  context: RoundContext,
): Promise<PlannedOpening> {
  const { progress, reader } = session
  const draw = await readDraw(reader, context)
  const ballotSecret = await requireBallotSecret(session, context)
  const pages = await getPages(reader, context)
  const decryption = { ...context, pages, draw, ballotSecret }
  const total = pages.reduce((sum, { ballots }) => sum + ballots, 0)
  const decrypted = await progress.step(
    ...(['decrypting', total, 'ballots'] as const),
    (advance) => decryptOnAllCores(decryption, advance),
  )
  const proposals = draw.n
  return planOpeningByKey(reader, { ...context, proposals, decrypted })
}

async function decryptOnAllCores(
  decryption: Decryption,
  advance: (ballots: number) => void,
): Promise<DecryptedPage[]> {
  const pool = createWorkerPool()
  try {
    return await decryptPages(
      decryption,
      (tasks) => pool.inOrder('openBallots', tasks),
      advance,
    )
  } finally {
    await pool.close()
  }
}

async function requireBallotSecret(
  { reader, surroundings }: RoundActSession,
  context: RoundContext,
): Promise<bigint> {
  const { threshold, times } = context.rules
  const { ballotSecret, released } = await readBallotSecret(reader, context)
  if (ballotSecret !== undefined) return ballotSecret
  throw new BallotKeyMissingError({
    released,
    threshold,
    releaseUntil: times.releaseUntil,
    now: surroundings.now(),
  })
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
