/** A worker thread: takes tasks by name, answers their results. */
import { parentPort } from 'node:worker_threads'
import { type TaskName, tasks } from './tasks.ts'

type Message = { id: number; name: TaskName; task: never }

parentPort?.on('message', (message: Message) => void answer(message))

async function answer({ id, name, task }: Message): Promise<void> {
  try {
    parentPort?.postMessage({ id, result: await tasks[name](task) })
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : error
    parentPort?.postMessage({ id, error: String(text) })
  }
}
