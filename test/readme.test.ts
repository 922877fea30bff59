/**
 * The README
 * ├── maps every top-level folder, and no other
 * ├── links only to files that are there
 * ├── names only npm scripts that are there
 * └── shows dure commands that run
 */
import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'

const root = path.join(import.meta.dirname, '..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

/** Three projects, four voters; the budget funds the first two. */
const election = `META
key;value
description;Village
num_projects;3
num_votes;4
budget;100
vote_type;cumulative
rule;greedy
max_sum_points;3
PROJECTS
project_id;cost;votes;score;name;selected
A/1;60;3;6;Kitchen & garden;1
B;40;2;3;창고 고치기;1
C;50;1;1;Bench;0
VOTES
voter_id;vote;points
1;A/1;3
2;A/1,B;2,1
3;B,C;2,1
4;A/1;1
`

describe('README', () => {
  it('maps every top-level folder, and no other', () => {
    const mapped = [...readme.matchAll(/^([a-z]+)\/ {2,}\S/gm)].map(
      ([, folder]) => folder,
    )
    const tracked = execFileSync('git', ['ls-files'], { cwd: root })
      .toString()
      .split('\n')
      .filter((file) => file.includes('/') && !file.startsWith('.'))
      .map((file) => file.split('/')[0])
    expect(mapped).to.have.members([...new Set(tracked)])
  })

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)]
    expect(links).not.to.be.empty
    for (const [, link = ''] of links)
      expect(existsSync(path.join(root, link)), link).to.equal(true)
  })

  it('names only npm scripts that are there', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8')
    const { scripts } = JSON.parse(manifest) as {
      scripts: Record<string, string>
    }
    const named = [...readme.matchAll(/(?:^|`)npm (?:run )?([a-z:]+)/gm)]
    expect(named).not.to.be.empty
    for (const [, name = ''] of named) expect(scripts).to.have.property(name)
  })

  it('shows dure commands that run', async function () {
    this.timeout(300_000)
    const folder = mkdtempSync(path.join(tmpdir(), 'dure-readme-'))
    try {
      writeFileSync(path.join(folder, 'election.pb'), election)
      const commands = [...readme.matchAll(/^npx dure (.+)$/gm)]
      expect(commands).to.have.length.of.at.least(2)
      for (const [, args = ''] of commands) await runDure(folder, args)
      expect(existsSync(path.join(folder, 'result.json'))).to.equal(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** Rejects unless the command ends with exit code 0. */
async function runDure(cwd: string, args: string): Promise<void> {
  const dure = path.join(root, 'cli', 'dure.mjs')
  await promisify(execFile)('node', [dure, ...args.split(' ')], { cwd })
}
