/** What a trustee's steps are taken with in a page: memory, chance, calls that are collected. */
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import type { SendToRound } from '../../../../../chain/sendToRound.ts'
import type { Situation } from '../../../../../chain/trustee/nextStep.ts'
import {
  type Act,
  type SecretStore,
  takeStep,
} from '../../../../../chain/trustee/takeStep.ts'
import type { TrusteeFile } from '../../../../../chain/trustee/trusteeFile.ts'
import type { Random } from '../../../../../protocol/keyPackage.ts'
import { type Call, roundCall } from '../../acts/call.ts'

export const random: Random = (length = 32) =>
  crypto.getRandomValues(new Uint8Array(length))

/** Whoever holds it saves it. */
export function inMemory(file: TrusteeFile): SecretStore {
  let content = file
  return {
    read: () => content,
    save(next) {
      content = next
      return Promise.resolve()
    },
  }
}

export const sendNothing: SendToRound = () =>
  Promise.reject(new Error('This step sends nothing.'))

/** The file with new secrets for the attempt under way. */
export async function withNewSecrets(
  context: RoundContext,
  situation: Situation,
  file: TrusteeFile,
): Promise<TrusteeFile> {
  const store = inMemory(file)
  const work = { context, store, random, send: sendNothing }
  await takeStep(work, situation, { kind: 'makePackage' })
  return store.read()
}

/** The calls that a step consists of, for the wallet to send. */
export async function callsOf(
  context: RoundContext,
  situation: Situation,
  { file, step }: { file: TrusteeFile; step: Act },
): Promise<Call[]> {
  const calls: Call[] = []
  const send: SendToRound = ({ args, functionName }) => {
    calls.push(roundCall(context.round, functionName, args as never))
    return Promise.resolve()
  }
  const work = { context, store: inMemory(file), random, send }
  await takeStep(work, situation, step)
  return calls
}
