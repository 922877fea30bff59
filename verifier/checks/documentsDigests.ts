/** The documents that were given have the digests that are on the chain. */
import { type Hash, sha256, zeroHash } from 'viem'
import { type Answers, answerTo } from '../history/event.ts'
import { resultSentences } from '../sentences/result.ts'
import { absent, type Check, type CheckContext, passed } from './check.ts'

const say = resultSentences['documents.digests']

export const documentsDigests: Check = {
  name: 'documents.digests',
  needs: [],
  async run(context) {
    const { documents, step } = context
    if (!documents) return absent(say.none())
    const digests = [...readDigests(context)]
    const failures = []
    const notes = []
    for (const [done, [digest, what]] of digests.entries()) {
      await step(done, digests.length)
      const document = documents.get(digest)
      const where = { document: digest }
      if (!document) {
        notes.push({ where, sentence: say.missing({ what }) })
        continue
      }
      const actual = sha256(document)
      if (actual === digest) continue
      const sentence = say.wrong({ what })
      failures.push({ where, expected: digest, actual, sentence })
    }
    const right = digests.length - notes.length - failures.length
    return passed(say.passed({ documents: right }), { failures, notes })
  },
}

/** Every digest on the chain, with the event that names it. */
function readDigests({ facts, history }: CheckContext) {
  const digests = new Map<Hash, string>()
  if (facts.rules) digests.set(facts.rules.document, 'RoundOpened')
  for (const event of history.events) {
    const digest = answerTo(digestsIn, event, undefined)
    if (digest && digest !== zeroHash && !digests.has(digest))
      digests.set(digest, event.name)
  }
  return digests
}

const digestsIn: Answers<Hash> = {
  ProposalRegistered: ({ args }) => args.digest,
  ProposalScreened: ({ args }) => args.reason,
  AttemptStarted: ({ args }) => args.reason,
  Frozen: ({ args }) => args.notice,
  RoundCancelled: ({ args }) => args.reason,
  Objected: ({ args }) => args.digest,
  ObjectionAnswered: ({ args }) => args.digest,
  Departed: ({ args }) => args.reason,
  Confirmed: ({ args }) => args.record,
}
