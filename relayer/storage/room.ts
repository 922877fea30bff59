/** Takes nothing new while the disk is nearly full: what is under way needs the rest. */
import { statfs } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import type { Database } from './openDatabase.ts'

/** Bytes. PostgreSQL's log grows by 16 MiB at a time, and ends it all if it cannot. */
export const reserve = 64 * 1_024 * 1_024

/** Bytes that are free where this folder is. */
export async function readRoom(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Before anything is kept that nobody has been promised yet. */
export async function requireRoom({
  room,
}: Pick<Database, 'room'>): Promise<void> {
  const free = await room()
  if (free !== null && free < reserve) throw new DiskFullError()
}

export class DiskFullError extends BaseError {
  override name = 'DiskFullError'

  constructor({ cause }: { cause?: unknown } = {}) {
    super('The disk of the database is full.', {
      metaMessages: ['Nothing was kept. Make room, and it goes on.'],
      cause,
    })
  }
}
