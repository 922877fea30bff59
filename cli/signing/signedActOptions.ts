/** The ways of an act that a key may sign: send, only sign, or send a file. */
import type { Command } from 'commander'
import { toSignedCall } from '../../chain/toSignedCall.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import {
  type SignedAct,
  type SignedContents,
  toSignedFile,
} from '../../protocol/signedAct.ts'
import { type RoundAct, performInRound } from '../frame/performInRound.ts'
import type { RoundActSession } from '../frame/session.ts'
import { signMessage } from './signMessage.ts'
import { readSignedFile } from './signedAct.ts'

export type SignedActOptions = { signOnly?: true; send?: string }

export function addSignedActOptions(command: Command): Command {
  return command
    .option('--sign-only', 'print a signed file that anyone may send')
    .option('--send <file>', 'send such a file, with any account')
}

/** How it is asked and told; the call follows from the contents. */
export type Wording = Omit<RoundAct, 'calls'>

/** The account of --key acts: it sends by itself, or signs a file. */
export async function actByKey(
  session: RoundActSession,
  contents: SignedContents,
  wording: Wording,
  { signOnly }: SignedActOptions,
): Promise<void> {
  const { client, surroundings } = session
  if (signOnly) {
    const signed = await sign(session, contents)
    surroundings.out.write(jsonText(toSignedFile(signed)))
    return
  }
  const key = client.account.address
  const act: SignedAct = { ...idOf(session), ...contents, key, signature: '0x' }
  await performInRound(session, { ...wording, calls: [toSignedCall(act)] })
}

/** What another signed; the chain checks whose signature it is. */
export async function sendSigned(
  session: RoundActSession,
  file: string,
  toWording: (act: SignedAct) => Wording,
): Promise<void> {
  const act = await readSignedFile(file, idOf(session))
  const wording = toWording(act)
  const facts = [...wording.facts, ['signed by', act.key] as const]
  await performInRound(session, {
    ...wording,
    facts,
    calls: [toSignedCall(act)],
  })
}

async function sign(
  session: RoundActSession,
  contents: SignedContents,
): Promise<SignedAct> {
  const { account } = session.client
  const id = idOf(session)
  const { message, type } = contents
  const signature = await signMessage(account, id, type, message)
  return { ...id, ...contents, key: account.address, signature }
}

function idOf({ chainId, round }: RoundActSession) {
  return { chainId: BigInt(chainId), round }
}
