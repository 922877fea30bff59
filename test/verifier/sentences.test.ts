// sentences
// ├── every check → a title in Korean and English
// └── every sentence of honest and tampered rounds → both languages
import { expect } from 'chai'
import { checkNames } from '../../verifier/checkNames.ts'
import { checkRecord } from '../../verifier/checkRecord.ts'
import {
  becauseOf,
  notThereYet,
  titleOf,
} from '../../verifier/sentences/sentences.ts'
import { recordHalves, recordRegistration } from './support/recordedRound.ts'

const hangul = /[가-힣]/u

describe('sentences', function () {
  this.timeout(60_000)

  for (const check of checkNames)
    it(`name ${check} in both languages`, () => {
      const cause = 'chain.logs'
      const all = [titleOf(check), notThereYet(check), becauseOf(check, cause)]
      for (const { en, ko } of all) {
        expect(ko).to.match(hangul)
        expect(en).to.match(/[a-z]/).and.not.to.match(hangul)
      }
    })

  it('say every finding in both languages', async () => {
    const whole = await checkRecord((await recordHalves()).record)
    const begun = await checkRecord((await recordRegistration()).record)
    for (const { sentence } of [...whole, ...begun]) {
      expect(sentence.ko).to.match(hangul).and.to.match(/[.]$/)
      expect(sentence.en).to.match(/[.]$/).and.not.to.match(hangul)
      const both = `${sentence.ko} ${sentence.en}`
      expect(both).not.to.match(/undefined|NaN|\[object/)
    }
  })
})
