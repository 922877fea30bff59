/** Decrypts what nobody has opened yet, and plans the calls that open it. */
import { createClient, http } from 'viem'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { getPages, type Page } from '../../../../../chain/getPages.ts'
import { decryptPages } from '../../../../../chain/opening/decryptPages.ts'
import { planOpeningByKey } from '../../../../../chain/opening/planOpeningByKey.ts'
import { readBallotSecret } from '../../../../../chain/opening/readBallotSecret.ts'
import { readOpened } from '../../../../../chain/opening/readOpened.ts'
import { readDraw } from '../../../../../chain/readDraw.ts'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import { valueCount } from '../../../../../protocol/rules.ts'
import type {
  OpeningPlan,
  OpeningProgress,
  OpeningRequest,
} from './messages.ts'

export async function planOpening(
  { context, url }: OpeningRequest,
  onProgress: (progress: OpeningProgress) => void,
): Promise<OpeningPlan> {
  const client = createClient({ transport: http(url, { batch: true }) })
  const [draw, { ballotSecret }] = await Promise.all([
    readDraw(client, context),
    readBallotSecret(client, context),
  ])
  if (ballotSecret === undefined) throw new SharesMissingError()
  const pages = await pagesToOpen(client, context, draw.n)
  const total = pages.reduce((sum, { ballots }) => sum + ballots, 0)
  let done = 0
  const decrypted = await decryptPages(
    { ...context, pages, draw, ballotSecret },
    undefined,
    (ballots) => {
      done += ballots
      onProgress({ done, total })
    },
  )
  const { groups, unreadable } = await planOpeningByKey(client, {
    ...{ ...context, proposals: draw.n, decrypted },
  })
  const ballots = groups.flat().reduce((sum, { opened }) => sum + opened, 0)
  return { groups, ballots, unreadable }
}

/** A page that was opened as a whole needs no second look. */
async function pagesToOpen(
  client: ReadClient,
  { fromBlock, round, rules }: RoundContext,
  proposals: number,
): Promise<Page[]> {
  const range = { round, fromBlock }
  const [pages, isOpened] = await Promise.all([
    getPages(client, range),
    readOpened(client, { ...range, valueCount: valueCount(rules, proposals) }),
  ])
  return pages.filter(({ ballots, number }) =>
    Array.from({ length: ballots }).some(
      (_, index) => !isOpened(number, index),
    ),
  )
}

class SharesMissingError extends BaseError {
  override name = 'SharesMissingError'

  constructor() {
    super('Too few trustees have released their shares.')
  }
}
