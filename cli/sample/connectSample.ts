/** Joins the sample round that `npm start` runs in another terminal. */
import { BaseError as ViemError } from 'viem'
import { connectChain } from '../connectedChain.ts'
import type { Progress } from '../progress.ts'
import { NoSampleError, readRunningSample } from './localFiles.ts'
import { meetPeople } from './people.ts'
import { planSample } from './planSample.ts'
import { resumeStage, type SampleStage } from './stage.ts'

export async function connectSample(
  port: number,
  progress: Progress,
): Promise<SampleStage> {
  const sample = await readRunningSample(port)
  const plan = planSample()
  const people = meetPeople(plan)
  try {
    const chain = await connectChain(sample)
    const setting = { chain, people, plan, progress }
    const stage = await resumeStage(setting, sample.round)
    // The relayer that runs beside the chain has its key for itself.
    return {
      ...stage,
      actors: { ...stage.actors, relayer: stage.actors.admin },
    }
  } catch (cause) {
    // Its files can be left over from a process that was killed.
    if (cause instanceof ViemError) throw new NoSampleError({ port, cause })
    throw cause
  }
}
