/** Starts a node of either implementation in a process of its own. */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import path from 'node:path'
import { createTestClient, http, publicActions } from 'viem'
import { holdPort } from '../../../cli/holdPort.ts'
import { hardhat } from '../../../cli/embeddedChain.ts'
import { anvilMissing, findAnvil } from './findAnvil.ts'

export type NodeKind = 'hardhat' | 'anvil'

/** `auto`: a block for each transaction. `none`: only when asked for. */
export type Mining = 'auto' | 'interval' | 'none'

export type StartNodeParameters = {
  kind: NodeKind
  mining: Mining
  /** Whole seconds between two blocks, where they come at an interval. */
  blockTime?: number
  port?: number
  /** These are of anvil; Hardhat's node has the rules of hardhat.config.ts. */
  hardfork?: 'osaka' | 'cancun'
  chainId?: number
  /** Unix time of its first block; else now. */
  genesisTime?: number
}

type AnvilRules = Pick<
  StartNodeParameters,
  'hardfork' | 'chainId' | 'genesisTime'
>

export type StartedNode = Awaited<ReturnType<typeof startNode>>

const root = path.join(import.meta.dirname, '../../..')
const host = '127.0.0.1'
/** Milliseconds. */
const startPatience = 180_000
const stopPatience = 3_000

export async function startNode({
  kind,
  mining,
  blockTime = 1,
  port,
  ...rules
}: StartNodeParameters) {
  const chosenPort = port ?? (await freePort())
  const child = spawnNode(kind, chosenPort, rules)
  const stop = () => end(child)
  try {
    await listening(child)
    const url = `http://${host}:${chosenPort}`
    const client = connect(kind, url)
    const setMining = (wanted: Mining) => mine(client, wanted, blockTime)
    await setMining(mining)
    return { kind, url, port: chosenPort, client, setMining, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function connect(kind: NodeKind, url: string) {
  return createTestClient({
    mode: kind,
    chain: hardhat,
    transport: http(url, { retryCount: 0 }),
    cacheTime: 0,
  }).extend(publicActions)
}

function spawnNode(
  kind: NodeKind,
  port: number,
  rules: AnvilRules,
): ChildProcess {
  const words = ['--port', String(port)]
  const options: SpawnOptions = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  }
  if (kind === 'anvil') {
    const rest = ['--host', host, ...toAnvilWords(rules)]
    return spawn(requireAnvil(), [...words, ...rest], options)
  }
  const bin = path.join(root, 'node_modules/.bin/hardhat')
  const node = [bin, 'node', '--hostname', host]
  return spawn(process.execPath, [...node, ...words], options)
}

function toAnvilWords({
  hardfork = 'osaka',
  chainId = hardhat.id,
  genesisTime,
}: AnvilRules): string[] {
  const began =
    genesisTime === undefined ? [] : ['--timestamp', String(genesisTime)]
  return ['--hardfork', hardfork, '--chain-id', String(chainId), ...began]
}

function requireAnvil(): string {
  const anvil = findAnvil()
  if (anvil === undefined) throw new Error(anvilMissing)
  return anvil
}

/** Both say so once they answer; what they print later is dropped. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      reject(new Error(`The node does not start. It says: ${said}`))
    }, startPatience)
    const settled = (settle: () => void) => () => {
      clearTimeout(timer)
      settle()
    }
    const listen = (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString()
      if (/Started HTTP|Listening on/.test(said)) settled(resolve)()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', (error) => {
      settled(() => {
        reject(error)
      })()
    })
    child.once('exit', () => {
      settled(() => {
        reject(new Error(`The node ended. It said: ${said}`))
      })()
    })
  })
}

async function mine(
  client: ReturnType<typeof connect>,
  mining: Mining,
  interval: number,
): Promise<void> {
  // In this order: an interval ends automine on anvil.
  await client.setIntervalMining({
    interval: mining === 'interval' ? interval : 0,
  })
  await client.setAutomine(mining === 'auto')
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopPatience)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

async function freePort(): Promise<number> {
  const held = await holdPort(0)
  await held.release()
  return held.port
}
