/**
 * Starts the relayer with the settings of the environment, or does what its words
 * say: `node relayer/main.ts [retention …|documents …]`.
 */
import { BaseError } from '../protocol/errors.ts'
import { readConfig } from './config/readConfig.ts'
import { runDocuments } from './documents/command.ts'
import { jsonLog } from './log.ts'
import { runRetention } from './retention/command.ts'
import { startRelayer } from './startRelayer.ts'

async function main([command, ...words]: readonly string[]): Promise<void> {
  if (command === 'retention')
    process.exitCode = await runRetention(words, process.env, process.stdout)
  else if (command === 'documents')
    await runDocuments(words, process.env, process.stdout)
  else await start()
}

async function start(): Promise<void> {
  const relayer = await startRelayer(
    readConfig(process.env),
    jsonLog(process.stdout),
  )
  const stop = () => void relayer.stop()
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof BaseError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
