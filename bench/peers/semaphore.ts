/** Prices one anonymous message in a Semaphore group of the size this project is built for. */
import type { NetworkConnection } from 'hardhat/types/network'
import poseidon from 'poseidon-solidity'
import { gasUsed } from './gasUsed.ts'
import type { PeerRow } from './PeerRow.ts'
import { semaphoreMembers } from './semaphoreMembers.ts'
import { prover, semaphoreProof } from './semaphoreProof.ts'

/** So many stay under the gas cap of one transaction. */
const membersPerTransaction = 256

export async function measureSemaphore({
  ethers,
}: NetworkConnection): Promise<PeerRow[]> {
  const semaphore = await deploySemaphore()
  const groupId = await semaphore.groupCounter()
  await gasUsed(semaphore['createGroup()']())
  const members = semaphoreMembers(prover)
  const perMember = (await addMembers()) / BigInt(members.length)

  await refuseOtherMessage()
  const gas = await gasUsed(semaphore.validateProof(groupId, semaphoreProof))
  return [
    {
      peer: 'Semaphore 4',
      scenario: 'validateProof',
      gas,
      perBallot: gas,
      note: `sent by anyone; ${members.length} members, ${perMember} gas each to add, not in the price`,
    },
  ]

  async function deploySemaphore() {
    const verifier = await ethers.deployContract('PeerSemaphoreVerifier')
    // The hash library is deployed as on every chain: from its authors' bytecode.
    const factory = new ethers.ContractFactory(
      [],
      poseidon.PoseidonT3.bytecode,
      await ethers.provider.getSigner(0),
    )
    const hash = await (await factory.deploy()).getAddress()
    return ethers.deployContract('PeerSemaphore', [verifier], {
      libraries: { PoseidonT3: hash },
    })
  }

  async function addMembers(): Promise<bigint> {
    let gas = 0n
    for (let i = 0; i < members.length; i += membersPerTransaction) {
      const batch = members.slice(i, i + membersPerTransaction)
      gas += await gasUsed(semaphore.addMembers(groupId, batch))
    }
    return gas
  }

  /** A verifier that says yes to everything would be cheap: this one reads the proof. */
  async function refuseOtherMessage(): Promise<void> {
    const forged = { ...semaphoreProof, message: semaphoreProof.message + 1n }
    if (await semaphore.verifyProof(groupId, forged))
      throw new Error('Semaphore accepted a proof of another message.')
  }
}
