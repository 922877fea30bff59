/** What a reviewer does, by browser or by Node: claims, checks, casts. */
import { parseResponse } from 'hono/client'
import { type Address, bytesToHex, createClient, hexToBytes, http } from 'viem'
import { getChainId } from 'viem/actions'
import { enumNumber, roles } from '../../../chain/enums.ts'
import { getRoll } from '../../../chain/getRoll.ts'
import { getRules } from '../../../chain/getRules.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { isEnrolledKey } from '../../../chain/isEnrolledKey.ts'
import { readDraw } from '../../../chain/readDraw.ts'
import { readRound } from '../../../chain/readRound.ts'
import { ballotDigest } from '../../../protocol/ballot.ts'
import { createEnvelopeSealer } from '../../../protocol/envelope.ts'
import { createLists } from '../../../protocol/lists.ts'
import { parseReceiptFile } from '../../../protocol/receipt/receiptFile.ts'
import { isReceiptSigned } from '../../../protocol/receipt/signReceipt.ts'
import { sealBallot } from '../../../protocol/sealBallot.ts'
import { packSignature, type Signature } from '../../../protocol/signer.ts'
import { enrolmentDigest } from '../../../protocol/tickets/enrolment.ts'
import {
  parseTicket,
  ticketHash,
} from '../../../protocol/tickets/ticketCode.ts'
import { domainSeparator } from '../../../protocol/typedData.ts'
import { createRelayerClient } from '../../../relayer/client.ts'

/** Where the relayer and a node are. */
export type Place = { relayer: string; node: string; round: Address }

export type ReviewerKey = {
  key: Address
  sign(digest: Uint8Array): Signature | Promise<Signature>
}

export type Reviewer = ReturnType<typeof createReviewer>

export function createReviewer(place: Place, by: ReviewerKey) {
  const node = createClient({ transport: http(place.node) })
  const api = createRelayerClient(place.relayer)
  const { round } = place
  const ofRound = api.rounds[':round']

  return {
    /** Answers the number of the seat. */
    async claim(ticket: string): Promise<number> {
      const found = api.tickets.search.$post({ json: { ticket } })
      const { reviewer } = await parseResponse(found)
      const hash = ticketHash(parseTicket(ticket))
      const id = { chainId: BigInt(await getChainId(node)), round }
      const message = { reviewer, key: by.key, ticket: hash }
      const signed = await by.sign(hexToBytes(enrolmentDigest(id, message)))
      const signature = bytesToHex(packSignature(signed))
      const json = { ticket, key: by.key, signature }
      await parseResponse(ofRound.claims.$post({ param: { round }, json }))
      return reviewer
    },

    /** Whether the registrar has signed this key for the seat. */
    async hasWord(reviewer: number, key = by.key): Promise<boolean> {
      const param = { round, reviewer: String(reviewer) }
      const { count, proof, root, signature } = await parseResponse(
        ofRound.enrolments[':reviewer'].$get({ param }),
      )
      if (!count || !proof || !root || !signature) return false
      const args = [enumNumber(roles, 'registrar')] as const
      const call = { round, functionName: 'holder', args } as const
      return isEnrolledKey(node, {
        ...{ round, registrar: await readRound(node, call), count },
        ...{ seat: { reviewer, key }, root },
        ...{ proof, signature },
      })
    },

    async isOnRoll(reviewer: number): Promise<boolean> {
      const roll = await getRoll(node, { round })
      return roll[reviewer - 1] === by.key
    },

    /** The same score for every proposal; answers whether there is a receipt. */
    async cast(reviewer: number, score: number, salt: Uint8Array) {
      const rules = await getRules(node, { round })
      const keys = await getTrusteeKeys(node, { round })
      if (!keys) throw new Error('The round has no keys.')
      const lists = createLists(await readDraw(node, { round, rules }))
      const proposals = lists(reviewer)
      const values = Uint8Array.from(proposals, () => score)
      const scores = { reviewer, proposals, values, salt }
      const chainId = BigInt(await getChainId(node))
      const separator = domainSeparator({ chainId, round })
      const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
      const sealed = await sealBallot(sealer, 1, scores, (ballot) =>
        by.sign(ballotDigest(separator, ballot)),
      )
      const json = { ballot: bytesToHex(sealed) }
      const sent = ofRound.ballots.$post({ param: { round }, json })
      const { receipt } = await parseResponse(sent)
      return isReceiptSigned(parseReceiptFile(receipt))
    },
  }
}
