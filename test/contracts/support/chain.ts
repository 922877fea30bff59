/** One simulated chain for all contract tests, with all contracts deployed. */
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { network } from 'hardhat'
import roundFactoryModule from '../../../ignition/modules/RoundFactory.ts'
import verifiersModule from '../../../ignition/modules/Verifiers.ts'

/** Starts on 1 January 2030, so that equal tests send equal bytes. */
export const connection = await network.create({
  network: 'default',
  override: { initialDate: new Date('2030-01-01T00:00:00Z') },
})
export const { ethers, networkHelpers } = connection
export const { time } = networkHelpers

export function mine(blocks?: number): Promise<void> {
  return networkHelpers.mine(blocks)
}

/** Grows whenever fixtures may have taken the chain back. */
export let restores = 0

/** Every fixture passes here: it ends the snapshots that others hold. */
export function loadFixture<T>(fixture: () => Promise<T>): Promise<T> {
  restores += 1
  return networkHelpers.loadFixture(fixture)
}

/** Deployed once: `loadFixture` brings the chain back to this moment. */
export async function deployFactory() {
  const signers = await ethers.getSigners()
  const { receipts, roundFactory } =
    await connection.ignition.deploy(roundFactoryModule)
  const { p256Verifier, webAuthnVerifier } =
    await connection.ignition.deploy(verifiersModule)
  const deployer = signer(signers, 0)
  return {
    signers,
    factory: await ethers.getContractAt(
      'RoundFactory',
      await roundFactory.getAddress(),
      deployer,
    ),
    receipts: await ethers.getContractAt(
      'Receipts',
      await receipts.getAddress(),
      deployer,
    ),
    p256Verifier: await addressOf(p256Verifier),
    webAuthnVerifier: await addressOf(webAuthnVerifier),
  }
}

export type Deployment = Awaited<ReturnType<typeof deployFactory>>
export type Signer = HardhatEthersSigner

export function signer(signers: readonly Signer[], index: number): Signer {
  const found = signers[index]
  if (!found) throw new Error(`No signer ${index}.`)
  return found
}

async function addressOf(contract: { getAddress(): Promise<string> }) {
  return (await contract.getAddress()) as `0x${string}`
}
