// Containerfile
// ├── .dockerignore lets in what it copies, and no more
// └── what it copies is enough
//     ├── the relayer starts, and the probe answers 0
//     └── stopped → the probe answers 1
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import {
  type CommandChain,
  keyOf,
  startCommandChain,
} from '../cli/support/commandChain.ts'
import { type RelayerProcess, startProcess } from './support/relayerProcess.ts'

const root = path.join(import.meta.dirname, '../..')
const copied = readCopied()

describe('Containerfile', function () {
  this.timeout(120_000)
  let served: CommandChain
  let folder: string

  before(async () => {
    served = await startCommandChain(['relayer'])
    folder = await mkdtemp(path.join(tmpdir(), 'dure-container-'))
    for (const name of copied)
      await cp(path.join(root, name), path.join(folder, name), {
        recursive: true,
      })
    // What `npm ci` would put there.
    await symlink(
      path.join(root, 'node_modules'),
      path.join(folder, 'node_modules'),
    )
  })
  after(async () => {
    await served.chain.close()
    await rm(folder, { recursive: true })
  })

  it('copies what .dockerignore lets in, and no more', () => {
    const ignore = readFileSync(path.join(root, '.dockerignore'), 'utf8')
    const [first, ...rest] = ignore.trim().split('\n')
    expect(first).to.equal('*')
    expect(rest).to.have.members(copied.map((name) => `!${name}`))
  })

  it('copies enough for a relayer, whose probe tells whether it is well', async () => {
    const relayer = await start()
    const port = new URL(relayer.url).port
    expect(await probe(port)).to.equal(0)
    await relayer.stop()
    expect(await probe(port)).to.equal(1)
  })

  function start(): Promise<RelayerProcess> {
    const env = {
      DURE_RPC_URL: served.url,
      DURE_FACTORY: served.chain.factory,
      DURE_RECEIPTS: served.chain.receipts,
      DURE_RELAYER_KEY: keyOf('relayer'),
      DURE_DATA_FOLDER: path.join(folder, 'data'),
      PORT: '0',
    }
    return startProcess(env, [], path.join(folder, 'relayer/main.ts'))
  }

  async function probe(port: string): Promise<number | null> {
    const file = path.join(folder, 'relayer/health/probe.ts')
    const child = spawn(process.execPath, [file, port])
    await once(child, 'exit')
    return child.exitCode
  }
})

/** Files and folders of the repository, from its COPY lines. */
function readCopied(): string[] {
  const text = readFileSync(path.join(root, 'Containerfile'), 'utf8')
  return text.split('\n').flatMap((line) => {
    const [word, ...names] = line.split(/\s+/)
    return word === 'COPY' ? names.slice(0, -1) : []
  })
}
