/** A folder for one suite, gone afterwards. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type TemporaryFolder = {
  /** Path of a file in it. */
  pathOf(name: string): string
  write(name: string, content: string | Uint8Array): Promise<string>
}

/** Call inside `describe`. */
export function inTemporaryFolder(): TemporaryFolder {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dure-test-'))
  })
  after(() => rm(folder, { recursive: true }))
  const pathOf = (name: string) => path.join(folder, name)
  return {
    pathOf,
    async write(name, content) {
      await writeFile(pathOf(name), content)
      return pathOf(name)
    },
  }
}
