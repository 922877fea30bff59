// docs/wholeRound.sh, as docs/operating.md quotes it, by the commands of dure
// ├── the page and the script are equal
// └── on Anvil, with a block for each transaction; `npm run test:long` runs it on
//     each node, with that and with a block each second
//     ├── comes to its end, in a confirmed round
//     ├── counts each ballot once, the replaced one not, the sealed one too
//     └── is found right by dure and by the programs of docs/verifying.md
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import { parsePabulib } from '../../protocol/pabulib/parsePabulib.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { describeOnNodes } from './support/onNodes.ts'
import {
  type Mining,
  type StartedNode,
  startNode,
} from './support/startNode.ts'

const root = path.join(import.meta.dirname, '../..')
const script = path.join(root, 'docs/wholeRound.sh')
/** The quickest pair; the other three take minutes more. */
const chosen = { hardhat: [], anvil: ['auto'] } as const
const all = ['auto', 'interval'] as const
/** What the ballots that count give, in the script. */
const given = { ballots: 4, reviews: 7, points: 5 + 3 + 1 + 5 + 2 + 2 + 4 }

describe('docs/operating.md', () => {
  it('quotes all of the script', async () => {
    const page = await readFile(path.join(root, 'docs/operating.md'), 'utf8')
    const [, section = ''] = page.split(
      '\n## A whole round, command by command',
    )
    const blocks = [...section.matchAll(/^```bash\n(.*?)^```$/gms)]
    const quoted = blocks.map(([, block]) => block).join('\n')
    expect(quoted).to.equal(await readFile(script, 'utf8'))
  })
})

describeOnNodes('a whole round by a script', function (kind) {
  this.timeout(900_000)
  const folder = inTemporaryFolder()
  const runs = new Map<Mining, ScriptRun>()
  const minings = process.env['DURE_ALL_CHAINS'] ? all : chosen[kind]

  // Side by side: much of it is waiting for blocks.
  before(() =>
    Promise.all(
      minings.map(async (mining) => runs.set(mining, await runOn(mining))),
    ),
  )

  for (const mining of minings)
    describe(`with mining: ${mining}`, () => {
      const run = () => runs.get(mining) ?? notRun
      const fileOf = (name: string) =>
        readFile(folder.pathOf(`${mining}/${name}`), 'utf8')

      it('comes to its end', () => {
        expect(run().code, run().stderr.slice(-2_000)).to.equal(0)
        expect(run().stdout).to.match(/^phase +confirmed$/m)
      })

      it('counts each ballot once', async () => {
        const { ballots, projects } = parsePabulib(await fileOf('round.pb'))
        const sum = (of: 'votes' | 'score') =>
          projects.reduce((total, project) => total + (project[of] ?? 0), 0)
        const counted = { reviews: sum('votes'), points: sum('score') }
        expect({ ballots: ballots.length, ...counted }).to.deep.equal(given)
        expect(projects.filter(({ selected }) => selected)).to.have.length(2)
      })

      it('is found right, from the node, its bundle and by others', () => {
        const { stdout } = run()
        const [fromNode, fromBundle] = stdout.matchAll(/^(\d+) failed, .*$/gm)
        expect(fromNode?.[1]).to.equal('0')
        expect(fromBundle?.[0]).to.equal(fromNode?.[0])
        expect(stdout.match(/^The \w+ is right\.$/gm)).to.have.length(3)
      })
    })

  async function runOn(mining: Mining): Promise<ScriptRun> {
    const work = folder.pathOf(mining)
    await mkdir(work)
    const dure = await writeDure(work)
    const node = await startNode({ kind, mining })
    try {
      return await runScript(node, work, dure)
    } finally {
      await node.stop()
    }
  }
})

type ScriptRun = { code: number; stdout: string; stderr: string }

const notRun: ScriptRun = { code: 1, stdout: '', stderr: '' }

function runScript(
  { url }: StartedNode,
  cwd: string,
  dure: string,
): Promise<ScriptRun> {
  const own = path.join(root, 'node_modules/.bin')
  const env = {
    ...process.env,
    PATH: [dure, own, process.env['PATH']].join(path.delimiter),
    DURE_RPC_URL: url,
    DURE_JOURNAL: path.join(cwd, 'journal'),
  }
  return new Promise((resolve) => {
    execFile('bash', [script], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, stdout, stderr })
    })
  })
}

/** A folder for the PATH, with a `dure` that runs this checkout as it is. */
async function writeDure(work: string): Promise<string> {
  const folder = path.join(work, 'bin')
  const main = path.join(root, 'cli/main.ts')
  const text = `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`
  await mkdir(folder)
  await writeFile(path.join(folder, 'dure'), text, { mode: 0o755 })
  return folder
}
