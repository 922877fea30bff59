/** Reads a .pb file of Pabulib, or refuses it line by line. */
import { scaleAmount } from './amount.ts'
import type { PabulibFile } from './pabulibFile.ts'
import { makeProblemReport } from './problem.ts'
import { readBallots } from './readBallots.ts'
import { readMeta } from './readMeta.ts'
import { readProjects } from './readProjects.ts'
import { splitSections } from './splitSections.ts'

/** Throws a PabulibError with every problem found, up to 20. */
export function parsePabulib(text: string): PabulibFile {
  const problems = makeProblemReport()
  const { report } = problems
  const sections = splitSections(text, problems)
  const { values, budget, limits, voteType } = readMeta(sections, report)
  const drafts = readProjects(sections.PROJECTS, report)
  const parameters = { voteType, limits, projects: drafts }
  const ballots = readBallots(sections.VOTES, parameters, report)
  problems.refuseIfAny()

  const amounts = [budget, ...drafts.map(({ cost }) => cost)]
  const decimals = Math.max(...amounts.map((amount) => amount.decimals))
  return {
    meta: values,
    voteType,
    decimals,
    budget: scaleAmount(budget, decimals),
    projects: drafts.map((draft) => ({
      ...draft,
      cost: scaleAmount(draft.cost, decimals),
    })),
    ballots,
  }
}
