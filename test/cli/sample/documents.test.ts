// sample documents
// ├── each carries 128 random bits of its own
// ├── each says everything in Korean and in English
// ├── the costs of a proposal add up, but for the one refused for it
// └── every document is used by the sample round
import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { documentsFolder, readDocument } from '../../../cli/sample/documents.ts'
import { planSample } from '../../../cli/sample/planSample.ts'

const folder = path.join(import.meta.dirname, '../../..', documentsFolder)
const names = readdirSync(folder).map((file) => path.parse(file).name)

describe('sample documents', () => {
  it('each carry 128 random bits of their own', () => {
    const random = names.map((name) => readDocument(name).fields['random'])
    for (const bits of random) expect(bits).to.match(/^[\da-f]{32}$/)
    expect(new Set(random)).to.have.lengthOf(names.length)
  })

  it('say everything in Korean and in English', () => {
    for (const name of names)
      for (const words of wordsOf(readDocument(name).fields)) {
        expect(words, name).to.have.all.keys('ko', 'en')
        expect(words['ko'], name).to.match(/[가-힣]/)
        expect(words['en'], name).to.match(/^[^가-힣]+$/)
      }
  })

  it('ask for what the costs add up to', () => {
    const wrong = names.filter((name) => {
      const { ask, costs } = readDocument(name).fields
      return Array.isArray(costs) && ask !== sum(costs)
    })
    expect(wrong).to.deep.equal(['proposal-mullebanga-first'])
  })

  it('are all used', () => {
    const { applications, document } = planSample()
    const versions = applications.flatMap((application) => application.versions)
    const used = [
      document.digest,
      readDocument('freeze').digest,
      ...versions.map(({ proposal }) => proposal.digest),
      ...versions.map(({ screening }) => screening.digest),
    ]
    const there = names.map((name) => readDocument(name).digest)
    expect(new Set(used)).to.have.all.keys(there)
  })
})

/** Everything inside that is worded. */
function wordsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  if ('ko' in fields || 'en' in fields) return [fields]
  return Object.values(fields).flatMap(wordsOf)
}

function sum(costs: readonly { amount: number }[]): number {
  return costs.reduce((total, { amount }) => total + amount, 0)
}
