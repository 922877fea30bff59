/** A trustee that follows all steps but one: its share for trustee 1 is none. */
import { randomBytes } from '@noble/hashes/utils.js'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import type { ReadClient, WriteClient } from '../../../chain/clients.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import type { RoundContext } from '../../../chain/roundContext.ts'
import { doWhatIsDue } from '../../../chain/trustee/runTrustee.ts'
import { emptyFile } from '../../../chain/trustee/trusteeFile.ts'

/** Does what is due each time it is called. */
export function meetBadTrustee(
  reader: ReadClient,
  client: WriteClient,
  context: RoundContext,
): () => Promise<unknown> {
  let file = emptyFile
  const store = {
    read: () => file,
    save(next: typeof file) {
      file = next
      return Promise.resolve()
    },
  }
  const { round } = context
  const send = (call: { functionName: string; args: readonly unknown[] }) => {
    const args =
      call.functionName === 'publishShares' ? spoil(call.args) : call.args
    return writeRound(client, { round, ...call, args } as never)
  }
  const account = client.account.address
  const clock = () => undefined
  const work = { context, store, random: randomBytes, send, account, clock }
  return () => doWhatIsDue({ ...work, reader })
}

/** The first of the shares is for trustee 1. */
function spoil([attempt, message]: readonly unknown[]): readonly unknown[] {
  const bytes = hexToBytes(message as Hex)
  bytes.set(bytes.slice(0, 32).toReversed())
  return [attempt, bytesToHex(bytes)]
}
