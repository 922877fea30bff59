/** A disk of its own, in memory, that can be filled and emptied. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type SmallDisk = {
  folder: string
  /** Until so many bytes are left. */
  fill(left: number): Promise<void>
  /** Takes away what filled it. */
  free(): Promise<void>
  unmount(): void
}

const mebibyte = 1_024 * 1_024

/** None where this is not allowed: it takes Linux, and root. */
export function mountSmallDisk(mebibytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'dure-disk-'))
  const words = ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`]
  try {
    execFileSync('mount', [...words, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmdirSync(folder)
    return undefined
  }
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill: (left) => fill(folder, filler, left),
    free: () => rm(filler),
    unmount() {
      execFileSync('umount', [folder])
      rmdirSync(folder)
    },
  }
}

async function fill(
  folder: string,
  filler: string,
  left: number,
): Promise<void> {
  const file = await open(filler, 'a')
  try {
    for (;;) {
      const { bavail, bsize } = await statfs(folder)
      const length = Math.min(mebibyte, bavail * bsize - left)
      if (length <= 0) return
      await file.write(Buffer.alloc(length))
    }
  } finally {
    await file.close()
  }
}
