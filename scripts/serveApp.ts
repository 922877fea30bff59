/** Serves the built dApp on this machine, with the configuration of a chain. */
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import path from 'node:path'

export type ServedApp = { url: string; close(): Promise<void> }

/** What `npm run build:app` makes. */
export const builtApp = path.join(import.meta.dirname, '../dist/app')

/**
 * At `localhost`, since passkeys are for names, not for numbers. `config` is what
 * `config.json` holds (docs/operating.md); `base` a path below which it stands.
 */
export function serveApp(
  config: object,
  { base = '/', port = 0 }: { base?: string; port?: number } = {},
): Promise<ServedApp> {
  const app = new Hono()
  app.use(compress())
  app.get(`${base}config.json`, (context) => context.json(config))
  const strip = (asked: string) => asked.slice(base.length - 1)
  app.use(
    `${base}*`,
    serveStatic({ root: builtApp, rewriteRequestPath: strip }),
  )
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port })
    server.once('error', reject)
    server.once('listening', () => {
      const address = server.address()
      const listening = typeof address === 'object' ? address?.port : port
      resolve({
        url: `http://localhost:${listening ?? port}${base}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
