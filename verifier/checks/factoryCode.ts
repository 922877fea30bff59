/** The round is a clone of the factory's implementation, and nothing else. */
import { type Address, type Hex, sliceHex, size } from 'viem'
import { isSame } from '../isSame.ts'
import type { RoundRecord } from '../record.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { type Check, passed } from './check.ts'

const say = rulesSentences['factory.code']

/** ERC-1167: the code before and after the implementation's address. */
const before = '363d3d373d3d3d363d73'
const after = '5af43d82803e903d91602b57fd5bf3'
const cloneLength = (before.length + after.length) / 2 + 20

export const factoryCode: Check = {
  name: 'factory.code',
  needs: ['factory.round'],
  run({ record }) {
    const { implementation } = record.state
    const own = codeOf(record, record.round)
    const expected = `0x${before}${implementation.slice(2)}${after}` as const
    const sentence = say.passed({ implementation })
    const where = { code: record.round }
    if (own === undefined || size(own) <= cloneLength)
      return passed(sentence, {
        failures: [{ where, sentence: say.missing() }],
      })
    if (size(codeOf(record, implementation) ?? '0x') === 0) {
      const missing = {
        where: { code: implementation },
        sentence: say.missing(),
      }
      return passed(sentence, { failures: [missing] })
    }
    const actual = sliceHex(own, 0, cloneLength)
    if (isSame(actual, expected)) return passed(sentence)
    const failure = { where, expected, actual, sentence: say.clone() }
    return passed(sentence, { failures: [failure] })
  },
}

export function codeOf(
  { codes }: RoundRecord,
  address: Address,
): Hex | undefined {
  return codes.find((one) => isSame(one.address, address))?.code
}

/** `abi.encode(rules)`, as the clone carries it behind its code. */
export function readCodeArguments(record: RoundRecord): Hex | undefined {
  const code = codeOf(record, record.round)
  if (code === undefined || size(code) <= cloneLength) return undefined
  return sliceHex(code, cloneLength)
}
