/** Asks for the scores of a list, proposal by proposal. */
import type { Rules } from '../../protocol/rules.ts'
import { askInTurn } from '../frame/question.ts'
import type { Surroundings } from '../frame/surroundings.ts'

export function askScores(
  surroundings: Surroundings,
  list: readonly number[],
  { maxScore, weights }: Pick<Rules, 'maxScore' | 'weights'>,
): Promise<number[]> {
  const scale = `0 no opinion, 1 to ${maxScore}`
  return askInTurn(surroundings, async (ask) => {
    const scores: number[] = []
    for (const proposal of list)
      for (const criterion of weights.keys()) {
        const about = weights.length === 1 ? '' : `, criterion ${criterion + 1}`
        const question = `Proposal ${proposal}${about} (${scale}): `
        // The blank card stands for a proposal that is not there.
        const score = proposal === 0 ? 0 : await askScore(question)
        scores.push(score)
      }
    return scores

    async function askScore(question: string): Promise<number> {
      for (;;) {
        const answer = (await ask(question)).trim()
        if (/^\d{1,3}$/.test(answer) && Number(answer) <= maxScore)
          return Number(answer)
        surroundings.err.write(`Expected a whole number: ${scale}.\n`)
      }
    }
  })
}
