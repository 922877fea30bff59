/**
 * A trustee whose process dies once before and once after each save and each
 * sending, and is started again with nothing but its file.
 */
import { randomBytes } from '@noble/hashes/utils.js'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import type { ReadClient, WriteClient } from '../../../chain/clients.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import type { RoundContext } from '../../../cli/roundContext.ts'
import type { RoundCall, SendToRound } from '../../../chain/sendToRound.ts'
import type { Done, Wait } from '../../../chain/trustee/nextStep.ts'
import { doWhatIsDue } from '../../../chain/trustee/runTrustee.ts'
import {
  emptyFile,
  parseTrusteeFile,
  printTrusteeFile,
  type TrusteeFile,
} from '../../../chain/trustee/trusteeFile.ts'
import {
  replaceShare,
  type SharePlace,
} from '../../contracts/support/trustees.ts'

export type MortalTrustee = {
  /** Lives and dies until nothing is due. */
  act(): Promise<Wait | Done>
  /** `before publishPackage 1`, and so on. */
  deaths: string[]
  /** Functions that were called with success. */
  taken: string[]
  /** Changes what is sent; undone after one use. */
  change: ((call: Call) => Call) | undefined
}

type Call = RoundCall<never>

class DeathError extends Error {}

export function meetTrustee(
  reader: ReadClient,
  client: WriteClient,
  context: RoundContext,
): MortalTrustee {
  let disk = printTrusteeFile(emptyFile)
  const seen = new Map<string, number>()
  const trustee: MortalTrustee = {
    act,
    deaths: [],
    taken: [],
    change: undefined,
  }

  async function act(): Promise<Wait | Done> {
    for (;;)
      try {
        return (await live()).step
      } catch (error) {
        if (!(error instanceof DeathError)) throw error
      }
  }

  /** One process: once dead, it reads and does nothing more. */
  function live() {
    let isDead = false
    let file = parseTrusteeFile(disk)

    async function risk<result>(name: string, work: () => Promise<result>) {
      if (isDead) throw new DeathError()
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      if (times === 1) die(`before ${name}`)
      const result = await work()
      if (times === 2) die(`after ${name}`)
      return result
    }

    function die(moment: string): never {
      isDead = true
      trustee.deaths.push(moment)
      throw new DeathError()
    }

    const send: SendToRound = (call) =>
      risk(`${call.functionName} ${attemptOf(call)}`, async () => {
        const { change } = trustee
        const sent = change?.(call as never) ?? call
        const receipt = await writeRound(client, {
          round: context.round,
          ...sent,
        } as never)
        trustee.taken.push(call.functionName)
        return receipt
      })

    return doWhatIsDue({
      context,
      reader,
      account: client.account.address,
      clock: () => undefined,
      random: randomBytes,
      send,
      store: {
        read() {
          if (isDead) throw new DeathError()
          return file
        },
        save: (next) =>
          risk(describeFile(next), () => {
            disk = printTrusteeFile(next)
            file = next
            return Promise.resolve()
          }),
      },
    })
  }

  return trustee
}

/** Its share for one other is turned round, in the next shares message. */
export function spoilShare(trustee: MortalTrustee, place: SharePlace): void {
  trustee.change = (call) => {
    if (call.functionName !== ('publishShares' as never)) return call
    trustee.change = undefined
    const [attempt, message] = call.args as unknown as [number, Hex]
    const spoiled = replaceShare(hexToBytes(message), place, (share) =>
      share.toReversed(),
    )
    return { ...call, args: [attempt, bytesToHex(spoiled)] as never }
  }
}

function attemptOf({ args }: { args: readonly unknown[] }): string {
  return typeof args[0] === 'number' ? String(args[0]) : ''
}

function describeFile({ rounds }: TrusteeFile): string {
  const attempts = rounds.flatMap((round) => round.attempts)
  const checked = attempts.at(-1)?.received ? ', shares checked' : ''
  return `save ${attempts.length} attempts${checked}`
}
