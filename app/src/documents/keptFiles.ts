/** Files of a proposal on this device, by digest: until and after they are brought. */
import { createStore, del, get, set } from 'idb-keyval'
import type { Hash } from 'viem'

/** A database of its own: the other one has a single store. */
const files = createStore('dure-files', 'files')

export function keepFile(
  digest: Hash,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  return set(digest, bytes, files)
}

export async function readFile(
  digest: Hash,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await get<Uint8Array<ArrayBuffer>>(digest, files)
  } catch {
    return undefined
  }
}

export function forgetFile(digest: Hash): Promise<void> {
  return del(digest, files)
}
