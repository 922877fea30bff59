/**
 * PGlite's files, with the `fsync` that its own binding to Node leaves out:
 * what PostgreSQL takes for written is then on the disk.
 */
import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

export function durableFiles(folder: string): NodeFS {
  const files = new NodeFS(folder)
  const init = files.init.bind(files)
  files.init = async (pglite, options) => {
    const { emscriptenOpts } = await init(pglite, options)
    const preRun = [addSync, ...(emscriptenOpts.preRun ?? [])]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
  return files
}

type Files = { stream_ops: { fsync?: (stream: { nfd: number }) => number } }

/** Emscripten asks its file systems for `fsync`, and does without where none has it. */
function addSync({ NODEFS }: { NODEFS: unknown }): void {
  const files = NODEFS as Files
  files.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd)
    return 0
  }
}
