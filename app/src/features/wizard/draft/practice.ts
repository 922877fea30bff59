/** A round to practise with: all filled in, in the hands of one wallet, over as soon as the contract allows. */
import type { Address } from 'viem'
import type { Draft } from './draft.ts'
import { type Given, newDraft } from './newDraft.ts'

const minute = 60
const hour = 60 * minute

export function practiceDraft(given: Given, wallet: Address): Draft {
  const draft = newDraft('communities', given)
  return {
    ...draft,
    isPractice: true,
    name: { ko: '[연습] 마을 제안 심사', en: '[Practice] Village proposals' },
    purpose: {
      ko: '연습용 회차입니다. 결과에는 아무 효력이 없습니다.',
      en: 'A round for practice. Its result has no effect.',
    },
    whoMayTakePart: {
      ko: '연습에 참여하는 사람은 누구나',
      en: 'Anybody who practises with us',
    },
    ...practiceTimes(given.now),
    proposals: '6',
    seatsPerCommunity: '1',
    listLength: '2',
    seats: '2',
    minReviews: '0',
    drawDelay: '2',
    holders: {
      admin: wallet,
      registrar: wallet,
      screener: wallet,
      committee: wallet,
    },
    threshold: '1',
    trustees: [wallet],
  }
}

/** The margins are the least that a contract takes; people need the rest. */
function practiceTimes(now: number): Pick<Draft, 'times' | 'periods'> {
  const registerUntil = Math.ceil(now / minute) * minute + 20 * minute
  const rosterBy = registerUntil + 15 * minute
  const freezeBy = rosterBy + 15 * minute
  const drawBy = freezeBy + hour
  const reviewFrom = drawBy
  const close = reviewFrom + hour
  const releaseFrom = close + 15 * minute
  const releaseUntil = releaseFrom + hour
  return {
    times: {
      ...{ registerUntil, rosterBy, freezeBy, drawBy, reviewFrom, close },
      ...{ releaseFrom, releaseUntil, openUntil: releaseUntil + 48 * hour },
    },
    periods: {
      rollNotice: { amount: '1', unit: 'minutes' },
      objectionPeriod: { amount: '15', unit: 'minutes' },
      answerPeriod: { amount: '15', unit: 'minutes' },
    },
  }
}
