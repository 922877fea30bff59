/** A worker thread that hands ballots in, so that nothing else delays its clock. */
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Address } from 'viem'
import { postBallots } from '../../cli/rehearse/postBallots.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'

export type PostTask = {
  url: string
  round: Address
  ballots: readonly Uint8Array[]
  atOnce: number
  /** None: until all are sent. */
  seconds: number | undefined
}

export type Acknowledged = {
  receipts: SignedReceipt[]
  /** From the ballot to its receipt, each. */
  milliseconds: number[]
  /** From the first ballot to the last receipt. */
  seconds: number
}

type Message = { done: number } | { result: Acknowledged }

export function postInWorker(
  task: PostTask,
  advance: (by: number) => void,
): Promise<Acknowledged> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('done' in message) advance(message.done)
      else resolve(message.result)
    })
    worker.once('error', reject)
  })
}

/** Ballots between two messages on how far it is. */
const stride = 100

async function post({ seconds, ...task }: PostTask): Promise<Acknowledged> {
  const receipts: SignedReceipt[] = []
  const milliseconds: number[] = []
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  await postBallots({
    ...task,
    isOver: () => seconds !== undefined && elapsed() >= seconds,
    onReceipt(receipt, took) {
      receipts.push(receipt)
      milliseconds.push(took)
      if (receipts.length % stride === 0) say({ done: stride })
    },
  })
  return { receipts, milliseconds, seconds: elapsed() }
}

function say(message: Message): void {
  parentPort?.postMessage(message)
}

if (parentPort) say({ result: await post(workerData as PostTask) })
