/** Asserts why a call was refused: the error's name and its values. */
import { anyValue } from '@nomicfoundation/hardhat-ethers-chai-matchers/withArgs'
import { expect } from 'chai'
import { getAddress, isAddress } from 'ethers'
import type { Receipts, Round, RoundFactory } from '../../../types/index.ts'

/** Stands for a value that a test cannot know, such as the gas left. */
export const anything: unknown = anyValue

export async function expectRefusal(
  call: Promise<unknown>,
  contract: Round | RoundFactory | Receipts,
  error: string,
  values: readonly unknown[] = [],
): Promise<void> {
  await expect(call)
    .to.be.revertedWithCustomError(contract, error)
    .withArgs(...values.map(withChecksum))
}

/** The error's addresses come with their checksum. */
function withChecksum(value: unknown): unknown {
  return isAddress(value) ? getAddress(value) : value
}
