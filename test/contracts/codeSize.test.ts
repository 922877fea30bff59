/**
 * The code of every contract that is deployed
 * └── is at most what Ethereum takes: 24,576 bytes, made by 49,152 at most
 */
import { expect } from 'chai'
import hre from 'hardhat'
import { skipUnderCoverage } from './support/gas.ts'

const mostCode = 24_576
const mostInitCode = 49_152

describe('code size', () => {
  it('is within the bounds of Ethereum', async function () {
    skipUnderCoverage(this)
    const names = [...(await hre.artifacts.getAllFullyQualifiedNames())]
    const deployed = names.filter(isDeployed)
    expect(deployed).to.include.members([
      'contracts/Round.sol:Round',
      'contracts/Receipts.sol:Receipts',
    ])
    for (const name of deployed) {
      const artifact = await hre.artifacts.readArtifact(name)
      const { deployedBytecode, bytecode } = artifact
      expect(lengthOf(deployedBytecode), name).to.be.at.most(mostCode)
      expect(lengthOf(bytecode), name).to.be.at.most(mostInitCode)
    }
  })
})

/** The contracts, and the verifiers of OpenZeppelin that rules may list. */
function isDeployed(name: string): boolean {
  if (name.startsWith('contracts/mocks/')) return false
  return name.startsWith('contracts/') || name.includes('/verifiers/ERC7913')
}

function lengthOf(code: string): number {
  return (code.length - 2) / 2
}
