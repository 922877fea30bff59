// explainRefusal
// ├── given any error of the ABIs → a sentence and advice, without holes
// ├── tells times as dates, and how far away they are
// └── given an error that no contract of ours has → nothing
import { expect } from 'chai'
import { type AbiParameter, zeroAddress, zeroHash } from 'viem'
import {
  receiptsAbi,
  roundAbi,
  roundFactoryAbi,
} from '../../../chain/generated/abis.ts'
import { relativeTime } from '../../../cli/frame/describeTime.ts'
import { explainRefusal } from '../../../cli/refusals/explainRefusal.ts'

const now = 1_800_000_000
const errors = [...roundAbi, ...roundFactoryAbi, ...receiptsAbi].filter(
  (item) => item.type === 'error',
)

describe('explainRefusal', () => {
  for (const { inputs, name } of errors)
    it(`explains ${name}`, () => {
      const values = inputs.map(sampleOf)
      const { advice, sentence } = explainRefusal(name, values, now) ?? {}
      expect(sentence).to.match(/\.$/)
      expect(advice).to.match(/\.$/)
      expect(`${sentence} ${advice}`).not.to.match(/undefined|NaN|\[object/)
    })

  it('tells times as near or far', () => {
    const values = [BigInt(now - 3_600), BigInt(now + 7_200)]
    const refusal = explainRefusal('Round_RollNotice', values, now)
    expect(refusal?.sentence).to.include(relativeTime(now - 3_600, now))
    expect(refusal?.advice).to.include(relativeTime(now + 7_200, now))
  })

  for (const name of ['Panic', 'toString', 'Round_Unheard'])
    it(`says nothing to ${name}`, () => {
      expect(explainRefusal(name, [], now)).to.equal(undefined)
    })
})

/** As viem decodes: small integers are numbers. */
function sampleOf({ type }: AbiParameter): unknown {
  if (type === 'address') return zeroAddress
  if (type === 'bytes32') return zeroHash
  return Number(type.slice('uint'.length)) <= 48 ? 1 : 1n
}
