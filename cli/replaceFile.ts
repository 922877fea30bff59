/**
 * Replaces a secret file so that a crash at any moment leaves a whole one: the
 * old one stands until the new one is on the disk and was read back.
 */
import { open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'

const ownerOnly = 0o600

export async function replaceFile(
  file: string,
  content: string,
  /** Reads what was written; throws if it is not what was meant. */
  check: (written: string) => Promise<void>,
): Promise<void> {
  const next = `${file}.new`
  await writeThrough(next, content)
  await check(await readFile(next, 'utf8'))
  await rename(next, file)
  await syncFolder(path.dirname(path.resolve(file)))
}

async function writeThrough(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w', ownerOnly)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** So that the new name is on the disk, too. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
