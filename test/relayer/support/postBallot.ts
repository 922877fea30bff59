/** Hands in a ballot as a browser does, whatever the answer is. */
import type { Hex } from 'viem'
import { parseReceiptFile } from '../../../protocol/receipt/receiptFile.ts'
import type { ErrorBody } from '../../../relayer/http/toAnswer.ts'
import { ask } from './asker.ts'
import type { Acknowledged } from './ballotSenders.ts'

export type Posted = {
  status: number
  /** Only what is acknowledged has a receipt. */
  acknowledged?: Acknowledged
  refusal?: ErrorBody
}

export async function postBallot(
  url: string,
  round: string,
  ballot: Hex,
): Promise<Posted> {
  const path = `/rounds/${round}/ballots`
  const { body, status } = await ask(url, path, {
    method: 'POST',
    json: { ballot },
  })
  if (status !== 201) return { status, refusal: body as unknown as ErrorBody }
  const receipt = parseReceiptFile(body['receipt'])
  return { status, acknowledged: { ballot, receipt } }
}
