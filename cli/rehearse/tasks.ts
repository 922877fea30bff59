/** The work that goes to worker threads. Everything in and out is plain data. */
import { deriveKeys } from './deriveKeys.ts'
import { openBallots } from '../../chain/opening/openBallots.ts'
import { sealBallots } from './sealBallots.ts'

export const tasks = { deriveKeys, sealBallots, openBallots }

export type TaskName = keyof typeof tasks
export type TaskOf<name extends TaskName> = Parameters<(typeof tasks)[name]>[0]
export type ResultOf<name extends TaskName> = Awaited<
  ReturnType<(typeof tasks)[name]>
>
