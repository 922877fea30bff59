/** What everybody at a page is owed: a sound page, a silent console, no request to elsewhere. */
import { expect } from 'chai'
import type { Visit } from './browsing.ts'
import { expectSound } from './expectSound.ts'

export async function expectSoundVisit({
  outside,
  page,
  troubles,
}: Visit): Promise<void> {
  await expectSound(page)
  expect(outside).to.deep.equal([])
  // A document that no relayer has is said on the page, too.
  const unexpected = troubles.filter((one) => !one.includes('404'))
  expect(unexpected).to.deep.equal([])
}
