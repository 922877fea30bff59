/**
 * readView, by an answer of a node
 * ├── given the error of a contract → RefusedError with its values, however it is wrapped
 * ├── given a revert without a name, or with one of others → UnnamedRefusalError
 * ├── given no contract → AbiDecodingZeroDataError
 * └── given a fault of the node → that fault
 */
import { expect } from 'chai'
import {
  AbiDecodingZeroDataError,
  createClient,
  custom,
  encodeErrorResult,
  encodeFunctionResult,
  type Hex,
  RpcRequestError,
  zeroAddress,
} from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import { readRound } from '../../chain/readRound.ts'
import { RefusedError, UnnamedRefusalError } from '../../chain/refusedError.ts'

const functionName = 'listOf'
const args = [7n] as const
const refusal = encodeErrorResult({
  abi: roundAbi,
  errorName: 'Round_NoReviewer',
  args: [7n, 6n],
})

type Fault = { code: number; message: string; data?: unknown }

function read(answer: () => Promise<unknown>) {
  const client = createClient({
    transport: custom({ request: answer }, { retryCount: 0 }),
  })
  return readRound(client, { round: zeroAddress, functionName, args })
}

/** As viem's own transports have it, and as a wallet throws it. */
function fail(fault: Fault) {
  const body = { method: 'eth_call' }
  const error = { ...fault, message: fault.message }
  return [
    () =>
      Promise.reject(new RpcRequestError({ body, error, url: 'http://node' })),
    () => Promise.reject(Object.assign(new Error(fault.message), fault)),
  ]
}

async function thrownBy(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    await read(answer)
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

describe('readView', () => {
  it('answers what the contract does', async () => {
    const result = encodeFunctionResult({
      ...{ abi: roundAbi, functionName, result: [3, 1, 2] },
    })
    const list = await read(() => Promise.resolve(result))
    expect(list.map(Number)).to.deep.equal([3, 1, 2])
  })

  const wraps: [string, Fault][] = [
    ['code 3', { code: 3, message: 'execution reverted', data: refusal }],
    ['-32603', { code: -32_603, message: 'Internal error', data: refusal }],
    ['-32000', { code: -32_000, message: 'reverted', data: refusal }],
    ['bytes inside', { code: 3, message: 'x', data: { data: refusal } }],
  ]
  for (const [name, fault] of wraps)
    it(`names the refusal: ${name}`, async () => {
      for (const answer of fail(fault)) {
        const error = await thrownBy(answer)
        expect(error).to.be.instanceOf(RefusedError)
        const { errorName, values } = error as RefusedError
        const named = [errorName, ...values]
        expect(named).to.deep.equal(['Round_NoReviewer', 7n, 6n])
      }
    })

  it('says that a revert has no name', async () => {
    const unknown: Hex = '0x12345678'
    for (const data of ['0x', unknown])
      for (const answer of fail({ code: 3, message: 'reverted', data }))
        expect(await thrownBy(answer)).to.be.instanceOf(UnnamedRefusalError)
  })

  it('says that there is no contract', async () => {
    const error = await thrownBy(() => Promise.resolve('0x'))
    expect(error).to.be.instanceOf(AbiDecodingZeroDataError)
  })

  it('takes no fault of a node for a refusal', async () => {
    const faults = [
      { code: -32_603, message: 'Internal error' },
      { code: -32_000, message: 'header not found' },
      { code: -32_005, message: 'limit exceeded' },
    ]
    for (const fault of faults)
      for (const answer of fail(fault)) {
        const error = await thrownBy(answer)
        expect(error, fault.message).not.to.be.instanceOf(RefusedError)
        expect(error, fault.message).not.to.be.instanceOf(UnnamedRefusalError)
      }
  })

  it('takes no fault for a refusal that speaks of reverting itself', async () => {
    const message = 'upstream timed out, state reverted to the last block'
    const [answer] = fail({ code: -32_000, message })
    const error = await thrownBy(answer!)
    expect(error).not.to.be.instanceOf(UnnamedRefusalError)
  })
})
