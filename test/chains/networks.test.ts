// the networks of hardhat.config.ts, without any variable set
// ├── are a local node and three public test chains, by their ids
// └── have a parameter file each
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import hre from 'hardhat'

const parameters = path.join(import.meta.dirname, '../../ignition/parameters')

describe('networks', () => {
  const networks = Object.entries(hre.config.networks).filter(
    ([name, { type }]) => type === 'http' && name !== 'localhost',
  )

  it('are a local node and three public test chains', () => {
    const ids = networks.map(([name, { chainId }]) => [name, chainId])
    expect(Object.fromEntries(ids)).to.deep.equal({
      sepolia: 11_155_111,
      baseSepolia: 84_532,
      optimismSepolia: 11_155_420,
      local: undefined,
    })
  })

  it('have a parameter file each', () => {
    for (const [name] of networks)
      expect(existsSync(path.join(parameters, `${name}.json`)), name).to.equal(
        true,
      )
  })
})
