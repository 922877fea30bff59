/** The contract's answers on ballots, openings and tally. */
import { type Answer, compareState, forEach } from './compareState.ts'
import { tallyNeeds } from './tallyToRank.ts'

export const stateBallots = compareState(
  'state.ballots',
  [
    'draw.seed',
    'roster.order',
    'ballots.pages',
    'ballots.signatures',
    'ballots.versions',
  ],
  ({ record: { state }, facts: { draw, lastVersions, pages } }) => {
    if (!draw) return []
    const cast = lastVersions.filter((version) => version > 0).length
    const where = { state: 'ballotCounts' }
    return [
      [where, pages.length, state.ballots.pages],
      [where, cast, state.ballots.cast],
      ...forEach(draw.reviewers, (index): Answer => {
        const place = { state: 'lastVersion', reviewer: index + 1 }
        const version = lastVersions[index] ?? 0
        return [place, version, state.lastVersions[index] ?? '']
      }),
    ]
  },
)

export const stateOpenings = compareState(
  'state.openings',
  tallyNeeds,
  ({ record: { state }, facts: { draw, settled } }) => {
    if (!draw) return []
    return [
      [{ state: 'ballotCounts' }, settled.size, state.ballots.settled],
      ...forEach(draw.reviewers, (index): Answer => {
        const place = { state: 'isSettled', reviewer: index + 1 }
        const given = state.settled[index] ?? ''
        return [place, settled.has(index + 1), given]
      }),
    ]
  },
)

export const stateTally = compareState(
  'state.tally',
  tallyNeeds,
  ({ record: { state }, facts: { draw, tally } }) => {
    if (!draw || !tally) return []
    return forEach(draw.n, (index): Answer => {
      const { count, points } = state.tallies[index] ?? {}
      const right = `${tally.sums[index]} / ${tally.counts[index]}`
      const given = `${points} / ${count}`
      return [{ state: 'tally', proposal: index + 1 }, right, given]
    })
  },
)
