/** The relayer of the sample round, with its data and its log beside the sample's files. */
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Address } from 'viem'
import { registerRelayer } from '../chain/registerRelayer.ts'
import { type HeldPort, holdPort, holdPortFrom } from '../cli/holdPort.ts'
import type { Progress } from '../cli/progress.ts'
import { readAllDocuments } from '../cli/sample/documents.ts'
import { localFolder } from '../cli/sample/localFiles.ts'
import type { Sample } from '../cli/sample/openSample.ts'
import { toCid } from '../protocol/cid.ts'
import { readConfig } from '../relayer/config/readConfig.ts'
import { jsonLog } from '../relayer/log.ts'
import { type Relayer, startRelayer } from '../relayer/startRelayer.ts'

export type SampleRelayer = Pick<Relayer, 'url' | 'stop'>

const root = path.join(import.meta.dirname, '..')
/** Where it listens, if nothing else does. */
const usualPort = 8_787
/** A newcomer sees a ballot recorded soon, alone in its page. */
const pageSeconds = 5

export function startSampleRelayer(
  sample: Sample,
  progress: Progress,
  /** Any free port, as the sample has. */
  isAnyPort: boolean,
  /** The address of the dApp. */
  app: string,
): Promise<SampleRelayer> {
  return progress.step('relayer', 1, 'relayer', async () => {
    const folder = path.join(root, localFolder(sample.port), 'relayer')
    // What a sample that was killed has left there is of another chain.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const log = createWriteStream(path.join(folder, 'log.jsonl'))
    const held = await (isAnyPort ? holdPort(0) : holdPortFrom(usualPort))
    const config = readConfig(environment(sample, folder, held, app))
    await held.release()
    const relayer = await startRelayer(config, jsonLog(log))
    const { receipts } = sample
    await registerRelayer(relayer.services.node.sender, {
      ...{ receipts, url: relayer.url },
    })
    await bringDocuments(relayer.url, sample.round)
    return relayer
  })
}

function environment(
  { factory, people, receipts, round, url }: Sample,
  folder: string,
  { port }: HeldPort,
  app: string,
): Record<string, string> {
  return {
    DURE_RPC_URL: url,
    DURE_FACTORY: factory,
    DURE_RECEIPTS: receipts,
    DURE_RELAYER_KEY: people.relayer.privateKey,
    DURE_DATA_FOLDER: path.join(folder, 'data'),
    DURE_ROUNDS: round,
    DURE_PAGE_SECONDS: String(pageSeconds),
    DURE_APP: app,
    DURE_ORIGINS: new URL(app).origin,
    PORT: String(port),
  }
}

/** All that the round names, as officials and applicants would. */
async function bringDocuments(relayer: string, round: Address): Promise<void> {
  for (const { digest, bytes } of readAllDocuments()) {
    const url = `${relayer}/documents/${toCid(digest)}?round=${round}`
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'PUT', body: bytes, headers })
    if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`)
  }
}
