/** Moves the chain's time to where the next one has something to do. */
import { getPhase } from '../../chain/getPhase.ts'
import { readRound } from '../../chain/readRound.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { SampleStage } from './stage.ts'
import { both, localTime, phaseNames } from './words.ts'

export async function moveOn(stage: SampleStage): Promise<string> {
  const { chain, round } = stage
  const next = (await turns(stage)).find((time) => time >= chain.now())
  if (next === undefined) throw new NothingToComeError()
  await chain.advanceTo(next)
  const phase = await getPhase(chain.reader, { round })
  return [
    `단계 / phase   ${both(phaseNames[phase])}`,
    `현재 / now     ${both(localTime(next))}`,
  ].join('\n')
}

/** Trustees may release; anyone may rank; the committee may confirm. */
async function turns({ chain, round, rules }: SampleStage): Promise<number[]> {
  const { releaseFrom, openUntil, objectionPeriod, answerPeriod } = rules.times
  const call = { round, functionName: 'rankedAt', args: [] } as const
  const rankedAt = Number(await readRound(chain.reader, call))
  const confirmFrom = rankedAt + objectionPeriod + answerPeriod + 1
  return [releaseFrom, openUntil + 1, ...(rankedAt > 0 ? [confirmFrom] : [])]
}

export class NothingToComeError extends BaseError {
  override name = 'NothingToComeError'

  constructor() {
    super('Nothing more comes by time alone.', {
      metaMessages: ['`npx dure sample` tells what can be done.'],
    })
  }
}
