/**
 * what the dApp says, by its catalogues
 * ├── each Korean message has an English one, which has no Korean in it
 * ├── no particle that depends on the sound before it follows a name or number
 * ├── 제안, 심사표, 심사자 and 열쇠지기 are counted by 개, 장, 명 and 곳
 * ├── an English noun that is counted has a singular, too
 * └── who reviews reads no word of the trade
 */
import { expect } from 'chai'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { formatter } from '@lingui/format-po'

const app = path.join(import.meta.dirname, '../../app/src')
const format = formatter()

type Message = { ko: string; en: string; feature: string }

/** Keys of the keyboard, shown as an example of a search. */
const consonants = /[ㄱ-ㅎ]+/g
/** 이/가, 은/는, 을/를, 과/와, 로/으로, 이나/나, 이라/라 behind what is filled in. */
const particle =
  /\}(?:이|가|은|는|을|를|과|와|으?로|이?나|이?라|이어|여|이고|이며)(?![가-힣])/
const counters: Readonly<Record<string, RegExp>> = {
  제안: /^(?:개|번|$)/,
  심사표: /^(?:장|번|$)/,
  심사자: /^(?:명|번|$)/,
  열쇠지기: /^(?:곳|번|$)/,
}
const counted =
  /(?<!to )\{\w+\}(?: (?:more|new|outside|accepted|empty|lottery|sealed))? (?:proposals|seats|reviewers|reviews|ballots|scores|points|trustees|shares|objections|answers|files|contacts|tickets|chunks|lines|errors|differences|times|parts|keys|places|categories|matches|bytes|characters|blocks|entries|days|decisions|departures|pages|people)\b/
const trade =
  /해시|트랜잭션|가스|논스|지갑 서명 값|\b(?:hash|gas|nonce|calldata|wei|gwei|RPC|transaction|EIP|keccak)\b/i
/** Theirs is what a reviewer sees without looking for proof. */
const ofReviewers = ['', 'ballot', 'roll', 'me', 'help']
/** Stand under ‘Show proof’ alone. */
const proof = ['거래']

describe('the messages of the dApp', () => {
  const messages: Message[] = []

  before(async () => {
    const files = globSync('{.,features/*}/locales/ko.po', { cwd: app })
    for (const file of files) {
      const english = await read(file.replace(/ko\.po$/, 'en.po'))
      const feature = /features\/(\w+)/.exec(file)?.[1] ?? ''
      for (const [id, ko] of await read(file))
        messages.push({ ko, en: english.get(id) ?? '', feature })
    }
    expect(messages.length).to.be.above(2_000)
  })

  const found = (isWrong: (message: Message) => boolean) =>
    messages
      .filter(isWrong)
      .map(({ en, feature, ko }) => `${feature}: ${ko} | ${en}`)

  it('are there in English', () => {
    const isKorean = ({ en }: Message) =>
      en === '' || /[가-힣]/.test(en.replaceAll(consonants, ''))
    expect(found(isKorean)).to.deep.equal([])
  })

  it('put no particle behind what is filled in', () => {
    expect(found(({ ko }) => particle.test(ko))).to.deep.equal([])
  })

  it('count in Korean by the word of what is counted', () => {
    const isMiscounted = ({ ko }: Message) =>
      [...ko.matchAll(/(\S+) (?:\{\w+\}|#)([가-힣]+)/g)].some(
        ([, noun = '', counter = '']) =>
          counters[noun]?.test(counter) === false,
      )
    expect(found(isMiscounted)).to.deep.equal([])
  })

  it('have an English singular for what is counted', () => {
    const isPlural = ({ en }: Message) => counted.test(withoutPlurals(en))
    expect(found(isPlural)).to.deep.equal([])
  })

  it('tell reviewers nothing in words of the trade', () => {
    const isTrade = ({ en, feature, ko }: Message) =>
      ofReviewers.includes(feature) &&
      !proof.includes(ko) &&
      (trade.test(ko) || trade.test(en))
    expect(found(isTrade)).to.deep.equal([])
  })
})

/** By the id; in the Korean ones what is not translated is the message itself. */
async function read(file: string): Promise<Map<string, string>> {
  const name = path.join(app, file)
  const locale = path.basename(file, '.po')
  const place = { locale, sourceLocale: 'ko', filename: name }
  const catalogue = await format.parse(readFileSync(name, 'utf8'), place)
  return new Map(
    Object.entries(catalogue).map(([id, { translation = '' }]) => [
      id,
      translation,
    ]),
  )
}

/** What stands outside of ICU’s plurals, whose branches are right by themselves. */
function withoutPlurals(text: string): string {
  let rest = text
  const innermost = /\{(\w+), plural,(?:[^{}]|\{(?:[^{}]|\{\w+\})*\})*\}/g
  for (;;) {
    const next = rest.replaceAll(innermost, '')
    if (next === rest) return rest
    rest = next
  }
}
