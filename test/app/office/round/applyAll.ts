/** Applicants at the same time, each on a phone of its own: all proposals are registered. */
import type { Address } from 'viem'
import { addAuthenticator } from '../../support/addAuthenticator.ts'
import { phone } from '../../support/browsing.ts'
import {
  type Idea,
  signByPasskey,
  signByWallet,
  writeIdea,
} from './applicant.ts'
import type { EmptyStage } from './emptyStage.ts'

export type Applicants = Awaited<ReturnType<typeof applyAll>>

/** The first by a passkey, the others by wallets; each reloads before it signs. */
export function applyAll(
  stage: EmptyStage,
  round: Address,
  ideas: readonly Idea[],
) {
  return Promise.all(
    ideas.map(async (idea, index) => {
      const name = `applicant ${index + 1}`
      const visited = await stage.enter(name, `/r/${round}/apply`, phone)
      const { page } = visited
      if (index === 0) await addAuthenticator(page)
      await writeIdea(page, idea)
      await page.reload()
      await page.getByRole('heading', { name: idea.title }).waitFor()
      await (index === 0 ? signByPasskey(page) : signByWallet(page))
      return visited
    }),
  )
}
