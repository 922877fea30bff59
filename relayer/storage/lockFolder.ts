/**
 * Lets one process at a time work in a folder, by a socket in it that answers
 * while that process lives. Numbers of processes would not do: in containers
 * they come again.
 */
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import { BaseError } from '../../protocol/errors.ts'

export type FolderLock = { release(): Promise<void> }

export async function lockFolder(folder: string): Promise<FolderLock> {
  const socket = path.join(folder, 'lock.sock')
  if (await answers(socket)) throw new FolderTakenError({ folder })
  // Left over by a process that was killed.
  await rm(socket, { force: true })
  const server = await listen(socket)
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => {
      resolve(false)
    })
  })
}

function listen(socket: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy())
    server.once('error', reject)
    server.listen(socket, () => {
      resolve(server)
    })
    // Does not keep a process that has nothing else to do.
    server.unref()
  })
}

export class FolderTakenError extends BaseError {
  override name = 'FolderTakenError'
  readonly folder: string

  constructor({ folder }: { folder: string }) {
    super(`Another relayer works in ${folder}.`, {
      metaMessages: [
        'Two in one folder would destroy it. Give DURE_DATA_FOLDER another, or end that one.',
      ],
    })
    this.folder = folder
  }
}
