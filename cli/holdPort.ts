/** Keeps a port of this machine free for a server that is still being set up. */
import { createServer } from 'node:net'
import { BaseError } from '../protocol/errors.ts'
import { host } from './servedChain.ts'

export type HeldPort = {
  port: number
  /** Just before the server listens itself. */
  release(): Promise<void>
}

/** Ports that are tried, one after the other. */
const tries = 100

/** This port and no other; 0 is any free one. */
export function holdPort(port: number): Promise<HeldPort> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new PortTakenError({ port, cause }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        release: () =>
          new Promise((done) => {
            server.close(() => {
              done()
            })
          }),
      })
    })
  })
}

/** This port or the next one that is free. */
export async function holdPortFrom(first: number): Promise<HeldPort> {
  for (let port = first; port < first + tries; port++) {
    const held = await holdPort(port).catch(() => undefined)
    if (held) return held
  }
  return holdPort(first)
}

export class PortTakenError extends BaseError {
  override name = 'PortTakenError'
  readonly port: number

  constructor({ port, cause }: { port: number; cause: unknown }) {
    super(`Port ${port} cannot be used: ${reasonOf(cause)}.`, {
      metaMessages: ['Name another one with --port, or leave it out.'],
      cause,
    })
    this.port = port
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : cause
  if (code === 'EADDRINUSE') return 'another program listens there'
  if (code === 'EACCES') return 'this user may not listen there'
  return String(code)
}
