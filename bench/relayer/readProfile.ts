/** Where the relayer's process spent its time, from Node's CPU profile of it. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

type Frame = { functionName: string; url: string }

type Profile = {
  nodes: { id: number; callFrame: Frame; children?: number[] }[]
  samples: number[]
  timeDeltas: number[]
}

/** By the files of a stack. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['idle', /^\(idle\)/],
  ['garbage collection', /^\(garbage collector\)/],
  ['signature checks', /checkSignature\.ts$/],
  ['signing receipts', /signReceipt\.ts$/],
  ['database', /pglite|kysely|\/pg\/|pg-protocol|pg-pool|storage\//],
  ['casting', /relayer\/caster|chain\/delivery/],
  ['reading the chain', /viem|roundBook|checkBallot\.ts$/],
  ['HTTP', /hono|_http|node:net|stream|undici|createApp|limits\.ts/],
]

/** Parts of the time that it was not idle, the largest first. */
export type Shares = ReadonlyMap<string, number>

export async function readProfile(folder: string): Promise<Shares> {
  const [file = ''] = await readdir(folder)
  const text = await readFile(path.join(folder, file), 'utf8')
  const spent = addUp(JSON.parse(text) as Profile)
  spent.delete('idle')
  const total = [...spent.values()].reduce((sum, one) => sum + one, 0)
  const shares = [...spent].map(([name, time]) => [name, time / total] as const)
  return new Map(shares.toSorted(([, one], [, other]) => other - one))
}

function addUp({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const parents = new Map<number, number>()
  for (const { children = [], id } of nodes)
    for (const child of children) parents.set(child, id)
  const frames = new Map(nodes.map(({ callFrame, id }) => [id, callFrame]))
  const names = new Map<number, string>()

  function nameOf(id: number): string {
    const known = names.get(id)
    if (known !== undefined) return known
    const name = find(id)
    names.set(id, name)
    return name
  }

  /** The first part that any frame of the stack fits. */
  function find(id: number): string {
    const stack: string[] = []
    for (let at: number | undefined = id; at; at = parents.get(at)) {
      const frame = frames.get(at)
      stack.push(frame?.url === '' ? frame.functionName : (frame?.url ?? ''))
    }
    const fits = ([, pattern]: (typeof parts)[number]) =>
      stack.some((text) => pattern.test(text))
    return parts.find(fits)?.[0] ?? 'other'
  }

  const spent = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = nameOf(id)
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return spent
}
