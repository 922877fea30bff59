/** The rules in the code, in the log and behind every digest are the same. */
import { type Hash, type Hex, keccak256 } from 'viem'
import {
  decodeRules,
  encodeRules,
  fromAbiRules,
  type Rules,
} from '../../protocol/rules.ts'
import type { Place } from '../finding.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { absent, type Check, type CheckContext, passed } from './check.ts'
import { readCodeArguments } from './factoryCode.ts'
import { readCreation } from './factoryRound.ts'

const say = rulesSentences['rules.digest']

/** One of the places that tell the rules or their digest. */
type Claim = {
  digest: Hash
  where: Place
  sentence: keyof Omit<typeof say, 'title' | 'passed'>
}

export const rulesDigestCheck: Check = {
  name: 'rules.digest',
  needs: ['factory.round'],
  run(context) {
    const encodings = readEncodings(context)
    const claims = [...encodings.map(toClaim), ...readDigests(context)]
    const digest = mostClaimed([...claims.map((one) => one.digest)])
    if (digest === undefined) return absent(say.digest())
    const found = encodings.find(({ encoded }) =>
      isSame(keccak256(encoded), digest),
    )
    const failures = claims
      .filter((claim) => !isSame(claim.digest, digest))
      .map(({ digest: actual, where, sentence }) => ({
        where,
        expected: digest,
        actual,
        sentence: say[sentence](),
      }))
    const rules = found && tryDecode(found.encoded)
    return passed(say.passed({ digest }), { failures, facts: { rules } })
  },
}

type Encoding = { encoded: Hex; where: Place; sentence: 'code' | 'event' }

/** The rules themselves stand in two places. */
function readEncodings({ record, history }: CheckContext): Encoding[] {
  const inCode = readCodeArguments(record)
  const [opened] = eventsOf(history, 'RoundOpened')
  const encodings: Encoding[] = []
  if (inCode) {
    const where = { code: record.round }
    encodings.push({ encoded: inCode, where, sentence: 'code' })
  }
  if (opened) {
    const encoded = encodeRules(fromAbiRules(opened.args.rules))
    encodings.push({ encoded, where: placeOfEvent(opened), sentence: 'event' })
  }
  return encodings
}

function toClaim({ encoded, where, sentence }: Encoding): Claim {
  return { digest: keccak256(encoded), where, sentence }
}

function readDigests({ record, history }: CheckContext): Claim[] {
  const created = readCreation(record)
  const claims = eventsOf(history, 'RoundOpened').map((opened): Claim => {
    const where = placeOfEvent(opened)
    return { digest: opened.args.rulesDigest, where, sentence: 'digest' }
  })
  if (created)
    claims.push({
      digest: created.rulesDigest,
      where: { event: 'RoundCreated', key: record.round },
      sentence: 'digest',
    })
  return claims
}

/** What most places say; the earlier one where there are as many. */
function mostClaimed(digests: readonly Hash[]): Hash | undefined {
  const count = (digest: Hash) =>
    digests.filter((one) => isSame(one, digest)).length
  return digests.toSorted((one, other) => count(other) - count(one))[0]
}

function tryDecode(encoded: Hex): Rules | undefined {
  try {
    return decodeRules(encoded)
  } catch {
    return undefined
  }
}
