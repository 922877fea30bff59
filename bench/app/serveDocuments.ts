/** The documents of simulated proposals at their addresses, as a relayer has them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { documentDigest } from '../../cli/rehearse/stage.ts'
import { toCid } from '../../protocol/cid.ts'
import type { PlannedProposal } from '../../cli/rehearse/plan.ts'

export async function serveDocuments(
  proposals: readonly PlannedProposal[],
  seed: string,
) {
  const texts = new Map(
    proposals.map(({ id, name }) => {
      // As cli/rehearse/registerProposals.ts has them.
      const text = JSON.stringify({ id, name, seed })
      return [`/documents/${toCid(documentDigest(text))}`, text]
    }),
  )
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.statusCode = text === undefined ? 404 : 200
    response.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      return once(server.close(), 'close')
    },
  }
}
