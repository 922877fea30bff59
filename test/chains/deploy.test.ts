// hardhat ignition deploy, tried on a local node before a public chain
// └── on each node → every step is shown, and code stands at every address
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { isAddress } from 'viem'
import { describeOnNodes } from './support/onNodes.ts'
import { type StartedNode, startNode } from './support/startNode.ts'

const root = path.join(import.meta.dirname, '../..')

const steps = {
  RoundFactory: [
    ...['Ballots', 'Decision', 'Draw', 'Openings', 'Proposals', 'Ranking'],
    ...['Roles', 'Roll', 'RoundViews', 'Trustees', 'Round', 'RoundFactory'],
  ],
  Verifiers: ['ERC7913P256Verifier', 'ERC7913WebAuthnVerifier'],
} as const

describeOnNodes('a dry run of the deployment', function (kind) {
  this.timeout(600_000)
  // Local deployments are not tracked, those of public chains are.
  const id = `chain-31337-${kind}-${process.pid}`
  let node: StartedNode

  before(async () => {
    node = await startNode({ kind, mining: 'auto' })
  })

  after(async () => {
    await node.stop()
    const files = path.join(root, 'ignition/deployments', id)
    await rm(files, { recursive: true, force: true })
  })

  for (const module of ['RoundFactory', 'Verifiers'] as const)
    it(`shows each step of ${module}, which leaves code`, async () => {
      const said = await deploy(module)
      for (const step of steps[module]) {
        const name = `${module}#${step}`
        expect(said).to.match(new RegExp(`^ *Executed ${name}$`, 'm'))
        const address = addressOf(said, name)
        const code = await node.client.getCode({ address })
        expect(code?.length, name).to.be.greaterThan(100)
      }
    })

  async function deploy(module: string): Promise<string> {
    const hardhat = path.join(root, 'node_modules/.bin/hardhat')
    const words = [
      ...['ignition', 'deploy', `ignition/modules/${module}.ts`],
      ...['--network', 'local', '--deployment-id', id],
      ...['--parameters', 'ignition/parameters/local.json'],
      // As built for the tests: the profile of deployments compiles anew.
      ...['--build-profile', 'default'],
    ]
    const env = { ...process.env, DURE_RPC_URL_LOCAL: node.url }
    const options = { cwd: root, env }
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, [hardhat, ...words], options)
    return stdout
  }
})

function addressOf(said: string, name: string) {
  const address = new RegExp(`${name} - (0x\\w{40})`).exec(said)?.[1] ?? ''
  if (!isAddress(address)) throw new Error(`${name} is not in: ${said}`)
  return address
}
