/** Holders of tickets at the same time, each on a phone of its own: all are enrolled. */
import { addAuthenticator } from '../../support/addAuthenticator.ts'
import { phone } from '../../support/browsing.ts'
import type { EmptyStage } from './emptyStage.ts'
import type { Ticket } from './registrar.ts'
import { enrolByPasskey, enrolByWallet } from './reviewer.ts'

export type Reviewers = Awaited<ReturnType<typeof enrolAll>>

/** The first by a passkey, the others by wallets; each reloads with the ticket in hand. */
export function enrolAll(stage: EmptyStage, tickets: readonly Ticket[]) {
  return Promise.all(
    tickets.map(async ({ link, reviewer }) => {
      const name = `reviewer ${reviewer}`
      const visited = await stage.enter(
        name,
        new URL(link).hash.slice(1),
        phone,
      )
      const { page } = visited
      if (reviewer === 1) await addAuthenticator(page)
      await page.getByText('지갑으로 등록하기').first().waitFor()
      await page.reload()
      await (reviewer === 1 ? enrolByPasskey(page) : enrolByWallet(page))
      return visited
    }),
  )
}
