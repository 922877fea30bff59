/** Runs tasks on worker threads and hands their results back in order. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { BaseError } from '../../protocol/errors.ts'
import type { TaskName, TaskOf, ResultOf } from './tasks.ts'

export type WorkerPool = {
  /** The tasks are taken as they are needed: few are in memory at once. */
  inOrder<name extends TaskName>(
    name: name,
    tasks: Iterable<TaskOf<name>>,
  ): AsyncGenerator<ResultOf<name>, void>
  close(): Promise<void>
}

type Answer = { id: number; result: unknown } | { id: number; error: string }
type Waiting = {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

const mostThreads = 8
/** Tasks given out for each thread: one at work, one in its inbox. */
const tasksPerThread = 2

export function createWorkerPool(): WorkerPool {
  const threads = Math.min(availableParallelism(), mostThreads)
  const waiting = new Map<number, Waiting>()
  const workers: Worker[] = []
  let nextId = 0

  function run(name: TaskName, task: unknown): Promise<unknown> {
    const id = nextId++
    const promise = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
    // A failure is seen when its turn comes; until then it is not unhandled.
    promise.catch(() => undefined)
    // Started when it is needed: not every round has work for a pool.
    const worker = (workers[id % threads] ??= startWorker(waiting))
    worker.postMessage({ id, name, task })
    return promise
  }

  return {
    async *inOrder(name, tasks) {
      const underway: Promise<unknown>[] = []
      for (const task of tasks) {
        underway.push(run(name, task))
        if (underway.length < threads * tasksPerThread) continue
        yield (await underway.shift()) as ResultOf<typeof name>
      }
      for (const promise of underway)
        yield (await promise) as ResultOf<typeof name>
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function startWorker(waiting: Map<number, Waiting>): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) asked?.reject(new TaskFailedError(answer.error))
    else asked?.resolve(answer.result)
  })
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.values())
      reject(new TaskFailedError(error.message))
    waiting.clear()
  })
  return worker
}

export class TaskFailedError extends BaseError {
  override name = 'TaskFailedError'

  constructor(reason: string) {
    super('A worker thread failed.', { metaMessages: [reason] })
  }
}
