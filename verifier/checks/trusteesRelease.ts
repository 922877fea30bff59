/** Released shares belong to their verifying shares; the key came with t. */
import { type Purpose, purposes } from '../../chain/enums.ts'
import type { TrusteeKeys } from '../../protocol/keyTranscript.ts'
import { checkShare, type ReleasedShare } from '../../protocol/release.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'

const say = keysSentences['trustees.release']

export const trusteesRelease: Check = {
  name: 'trustees.release',
  needs: ['trustees.keys', 'phases.milestones'],
  run(context) {
    const { history, facts } = context
    const released = eventsOf(history, 'ShareReleased')
    if (!facts.standing || released.length === 0)
      return absent(notThereYet('trustees.release'))
    const { keys } = facts.standing
    const shares: Record<Purpose, ReleasedShare[]> = { ballot: [], lottery: [] }
    const seen: Record<Purpose, Set<number>> = {
      ballot: new Set(),
      lottery: new Set(),
    }
    const failures: Problem[] = []
    for (const event of released) {
      const purpose = purposes[event.args.purpose] ?? 'ballot'
      const trustee = Number(event.args.trustee)
      const { share } = event.args
      const where = { ...placeOfEvent(event), trustee }
      if (seen[purpose].has(trustee))
        failures.push({ where, sentence: say.doubled() })
      else if (!isRight(keys, purpose, trustee, share))
        failures.push({ where, sentence: say.wrong({ trustee }) })
      else shares[purpose].push({ trustee, share })
      seen[purpose].add(trustee)
    }
    failures.push(...checkThresholds(context, seen))
    const counts = {
      ballot: shares.ballot.length,
      lottery: shares.lottery.length,
    }
    return passed(say.passed(counts), { failures, facts: { shares } })
  },
}

function isRight(
  { ballotShares, lotteryShares }: TrusteeKeys,
  purpose: Purpose,
  trustee: number,
  share: bigint,
): boolean {
  const points = purpose === 'ballot' ? ballotShares : lotteryShares
  const point = points[trustee - 1]
  return point !== undefined && checkShare(share, point)
}

/** What follows a threshold happened if and only if it was reached. */
function checkThresholds(
  { history, facts }: CheckContext,
  seen: Record<Purpose, ReadonlySet<number>>,
): Problem[] {
  const threshold = facts.standing?.attempt.threshold ?? 1
  const failures: Problem[] = []
  const tooFew = (event: string, count: number) => {
    const values = { expected: `${threshold}`, actual: `${count}` }
    failures.push({ where: { event }, ...values, sentence: say.tooFew() })
  }
  const came = eventsOf(history, 'KeyCame').length > 0
  const drawn = eventsOf(history, 'Drawn').length > 0
  if (came && seen.ballot.size < threshold) tooFew('KeyCame', seen.ballot.size)
  if (drawn && seen.lottery.size < threshold) tooFew('Drawn', seen.lottery.size)
  if (!came && seen.ballot.size >= threshold)
    failures.push({ where: { event: 'KeyCame' }, sentence: say.unsaid() })
  return failures
}
