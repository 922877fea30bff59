/** Reads the file of an act that its key signed. */
import { readFile } from 'node:fs/promises'
import { type Address, isAddress, isHex } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import {
  type SignedAct,
  signedActKind,
  type SignedContents,
} from '../../protocol/signedAct.ts'
import type { RoundId } from '../../protocol/typedData.ts'

const expected = 'Expected a file that --sign-only printed.'

/** Refuses a file of another round or chain before anything is asked. */
export async function readSignedFile(
  file: string,
  { chainId, round }: RoundId,
): Promise<SignedAct> {
  const act = parseSigned(file, await readJson(file))
  const isSame =
    act.round.toLowerCase() === round.toLowerCase() && act.chainId === chainId
  if (isSame) return act
  throw new SignedElsewhereError({ file, act })
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new SignedFileError({ file, cause })
  }
}

function parseSigned(file: string, content: unknown): SignedAct {
  const { chainId, key, round, signature, ...rest } = toFields(file, content)
  const isRight =
    rest['kind'] === signedActKind &&
    Number.isSafeInteger(chainId) &&
    isAddressText(round) &&
    isAddressText(key) &&
    isHex(signature)
  if (!isRight) throw new SignedFileError({ file })
  const id = { chainId: BigInt(chainId as number), round, key, signature }
  return { ...id, ...parseContents(file, rest) }
}

function parseContents(
  file: string,
  { message, reviewer, type }: Readonly<Record<string, unknown>>,
): SignedContents {
  const { ask, category, digest, version } = toFields(file, message)
  if (type === 'Proposal' && isWhole(version) && isHex(digest))
    if (isWhole(category) && isAmount(ask))
      return { type, message: { version, digest, category, ask: BigInt(ask) } }
  if (type === 'Withdrawal' && isWhole(version))
    return { type, message: { version } }
  if (type === 'Objection' && isHex(digest)) {
    const seat = isWhole(reviewer) ? { reviewer } : {}
    return { type, message: { digest }, ...seat }
  }
  throw new SignedFileError({ file })
}

function toFields(
  file: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null)
    return value as Readonly<Record<string, unknown>>
  throw new SignedFileError({ file })
}

function isAddressText(value: unknown): value is Address {
  return typeof value === 'string' && isAddress(value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isAmount(value: unknown): value is number | string {
  return isWhole(value) || (typeof value === 'string' && /^\d+$/.test(value))
}

export class SignedFileError extends BaseError {
  override name = 'SignedFileError'

  constructor({ file, cause }: { file: string; cause?: unknown }) {
    super(`${file} is no signed act.`, { metaMessages: [expected], cause })
  }
}

export class SignedElsewhereError extends BaseError {
  override name = 'SignedElsewhereError'

  constructor({ act, file }: { act: SignedAct; file: string }) {
    super(`${file} was signed for another round.`, {
      metaMessages: [
        `It is for ${act.round} on chain ${act.chainId}.`,
        'Give that one as --round, or have it signed again for this one.',
      ],
    })
  }
}
