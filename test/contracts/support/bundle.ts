/** Many calls of a round in one: in a transaction, or to read. */
import type { Interface, Result } from 'ethers'
import { proposalDigest } from '../../../protocol/typedData.ts'
import type { Bundle } from '../../../types/index.ts'
import { applicant, signAlone } from './accounts.ts'
import { ethers } from './chain.ts'
import { someDigest, type Stage } from './stage.ts'

export async function deployBundle(): Promise<Bundle> {
  return ethers.deployContract('Bundle')
}

/** Sends as many calls a transaction as fit. */
export async function sendBundled(
  bundle: Bundle,
  { round, id }: Stage,
  name: string,
  calls: readonly (readonly unknown[])[],
) {
  const abi: Interface = round.interface
  for (let start = 0; start < calls.length; start += perTransaction) {
    const some = calls.slice(start, start + perTransaction)
    const data = some.map((args) => abi.encodeFunctionData(name, args))
    await bundle.send(id.round, data)
  }
}

/** The answers of a view for each of these arguments. */
export async function readBundled(
  bundle: Bundle,
  { round, id }: Stage,
  name: string,
  calls: readonly (readonly unknown[])[],
): Promise<Result[]> {
  const abi: Interface = round.interface
  const data = calls.map((args) => abi.encodeFunctionData(name, args))
  const answers = await bundle.send.staticCall(id.round, data)
  return answers.map((answer) => abi.decodeFunctionResult(name, answer))
}

/** Registers one proposal after the other, as `registerAll` does. */
export async function registerBundled(
  bundle: Bundle,
  stage: Stage,
  proposals: readonly { category: number; ask: bigint }[],
) {
  const calls = proposals.map(({ ask, category }, index) => {
    const message = { version: 1, digest: someDigest, category, ask }
    const digest = proposalDigest(stage.separator, message)
    const account = applicant(index + 1)
    return [account.address, message, signAlone(account, digest)]
  })
  await sendBundled(bundle, stage, 'registerProposal', calls)
  stage.n = proposals.length
}

const perTransaction = 50
