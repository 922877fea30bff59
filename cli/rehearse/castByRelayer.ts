/** Casts through a relayer that is there for the rehearsal: what `--relayer` does. */
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import { startTemporary } from '../relayer/startTemporary.ts'
import { castThroughRelayer, type Receipts } from './castThroughRelayer.ts'
import { postBallots } from './postBallots.ts'
import type { Prepared } from './rehearse.ts'

/** Ballots that are under way at the same time. */
const atOnce = 32

export function castByRelayer(prepared: Prepared): Promise<Receipts> {
  const { progress, round } = prepared.stage
  return castThroughRelayer(prepared, {
    // Its database is made anew, which takes a while.
    start: (env) =>
      progress.step('relayer', 1, 'relayer', () =>
        startTemporary(env, tellTrouble),
      ),
    post({ url }, ballots) {
      const { length } = ballots
      return progress.step('review', length, 'ballots', async (advance) => {
        const receipts: SignedReceipt[] = []
        await postBallots({
          ...{ atOnce, ballots, round, url },
          onReceipt(receipt) {
            receipts.push(receipt)
            advance(1)
          },
        })
        return receipts
      })
    },
  })
}

function tellTrouble(trouble: object): void {
  console.error(`The relayer: ${JSON.stringify(trouble)}`)
}
