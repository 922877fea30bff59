/** A round under the usual rules; `admin` holds every role. */
import { type Address, zeroHash } from 'viem'
import { createRound } from '../../../chain/createRound.ts'
import { makeRules } from '../../protocol/makeRules.ts'
import type { CommandChain } from './commandChain.ts'

export async function makeRound({
  chain,
  ...people
}: CommandChain): Promise<Address> {
  const admin = people.person('admin').address
  const holders = { admin, registrar: admin, screener: admin, committee: admin }
  const { round } = await createRound(chain.sender(admin), {
    factory: chain.factory,
    rules: makeRules(),
    holders,
    salt: zeroHash,
  })
  return round
}
