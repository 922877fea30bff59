/** The reason in a line of a table: a file beside it, or the digest itself. */
import path from 'node:path'
import { type Hash, isHash } from 'viem'
import { digestDocument } from './digestFile.ts'

export async function readReason(
  table: string,
  text: string,
  options: { asIs?: boolean | undefined },
): Promise<Hash> {
  if (isHash(text)) return text
  return digestDocument(path.resolve(path.dirname(table), text), options)
}

/** For a problem of one line: what is wrong, without the advice. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0] ?? message
}
