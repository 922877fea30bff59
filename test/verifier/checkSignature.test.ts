// knownVerifiers
// └── the verifiers of the artifacts → known by their code
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { keccak256 } from 'viem'
import { knownVerifiers } from '../../verifier/checkSignature.ts'

describe('knownVerifiers', () => {
  for (const name of ['ERC7913P256Verifier', 'ERC7913WebAuthnVerifier'])
    it(`knows ${name} as this project builds it`, async () => {
      const folder =
        'artifacts/@openzeppelin/contracts/utils/cryptography/verifiers'
      const text = await readFile(`${folder}/${name}.sol/${name}.json`, 'utf8')
      const { deployedBytecode } = JSON.parse(text) as {
        deployedBytecode: `0x${string}`
      }
      expect(knownVerifiers).to.have.property(keccak256(deployedBytecode))
    })
})
