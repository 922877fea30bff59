// typedData
// ├── toTypedData
// │   ├── given any message → a wallet's signature recovers to its account
// │   └── has only the types that the message needs
// ├── domainSeparator
// │   ├── is the hash of the encoded domain
// │   └── when the chain or the round changes → changes
// └── digests
//     └── given any proposal, withdrawal, opening, objection → equal to viem's
import { expect } from 'chai'
import fc from 'fast-check'
import {
  bytesToHex,
  encodeAbiParameters,
  hashTypedData,
  hexToBytes,
  keccak256,
  parseAbiParameters,
  recoverTypedDataAddress,
  stringToHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  domainSeparator,
  objectionDigest,
  openingDigest,
  proposalDigest,
  type RoundId,
  toTypedData,
  withdrawalDigest,
} from '../../protocol/typedData.ts'
import { bytes32, u16, u32 } from './arbitraries.ts'

const id: RoundId = {
  chainId: 31337n,
  round: '0x5fbdb2315678afecb367f032d93f642f64180aa3',
}
const separator = domainSeparator(id)

describe('typedData', () => {
  describe('toTypedData', () => {
    it('is what a wallet can sign', async () => {
      const account = privateKeyToAccount(`0x${'11'.repeat(32)}`)
      const message = { version: 1, digest: bytesToHex(separator) }
      const proposal = { ...message, category: 7, ask: 2n ** 127n }
      const typedData = toTypedData(id, 'Proposal', proposal)
      const signature = await account.signTypedData(typedData)
      const signer = await recoverTypedDataAddress({ ...typedData, signature })
      expect(signer).to.equal(account.address)
    })

    it('has only the types that the message needs', () => {
      const scores = { reviewer: 1, proposals: [2], values: [3] }
      const hash = bytesToHex(separator)
      const { types } = toTypedData(id, 'Ballot', {
        reviewer: 1,
        version: 1,
        scores: { ...scores, salt: hash },
        envelope: hash,
      })
      expect(types).to.have.all.keys('Ballot', 'Scores')
      const opening = toTypedData(id, 'Opening', { reviewer: 1, seal: hash })
      expect(opening.types).to.have.all.keys('Opening')
    })
  })

  describe('domainSeparator', () => {
    it('is the hash of the encoded domain', () => {
      const type =
        'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'
      const hashOf = (text: string) => keccak256(stringToHex(text))
      const encoded = encodeAbiParameters(
        parseAbiParameters('bytes32, bytes32, bytes32, uint256, address'),
        [hashOf(type), hashOf('Dure'), hashOf('1'), id.chainId, id.round],
      )
      expect(bytesToHex(separator)).to.equal(keccak256(encoded))
    })

    it('changes with the chain and with the round', () => {
      const round = `0x${'22'.repeat(20)}` as const
      const others = [
        domainSeparator({ ...id, chainId: 1n }),
        domainSeparator({ ...id, round }),
      ]
      const hashes = [separator, ...others].map((one) => bytesToHex(one))
      expect(new Set(hashes).size).to.equal(3)
    })
  })

  describe('digests', () => {
    it("of proposals equal viem's", () => {
      const proposal = fc.record({
        version: u32,
        digest: bytes32,
        category: u16,
        ask: fc.bigInt(0n, 2n ** 128n - 1n),
      })
      fc.assert(
        fc.property(proposal, ({ digest, ...fields }) => {
          const message = { ...fields, digest: bytesToHex(digest) }
          const typedData = toTypedData(id, 'Proposal', message)
          const found = bytesToHex(proposalDigest(separator, message))
          expect(found).to.equal(hashTypedData(typedData))
        }),
      )
    })

    it("of withdrawals equal viem's", () => {
      fc.assert(
        fc.property(u32, (version) => {
          const typedData = toTypedData(id, 'Withdrawal', { version })
          const found = bytesToHex(withdrawalDigest(separator, { version }))
          expect(found).to.equal(hashTypedData(typedData))
        }),
      )
    })

    it("of openings equal viem's", () => {
      fc.assert(
        fc.property(u32, bytes32, (reviewer, seal) => {
          const message = { reviewer, seal: bytesToHex(seal) }
          const typedData = toTypedData(id, 'Opening', message)
          const found = openingDigest(separator, { reviewer, seal })
          expect(bytesToHex(found)).to.equal(hashTypedData(typedData))
        }),
      )
    })

    it("of objections equal viem's", () => {
      fc.assert(
        fc.property(bytes32, (bytes) => {
          const digest = bytesToHex(bytes)
          const typedData = toTypedData(id, 'Objection', { digest })
          const found = objectionDigest(separator, { digest })
          expect(found).to.deep.equal(hexToBytes(hashTypedData(typedData)))
        }),
      )
    })
  })
})
