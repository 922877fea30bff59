/** `npm start`: a local chain with a sample round open for review, its relayer and its dApp. */
import { once } from 'node:events'
import { Command } from 'commander'
import { explain } from '../cli/explain.ts'
import { type HeldPort, holdPort, holdPortFrom } from '../cli/holdPort.ts'
import { stopOnSignals } from '../cli/interruption.ts'
import { parsePort } from '../cli/parsePort.ts'
import { createProgress } from '../cli/progress.ts'
import { defaultPort } from '../cli/sample/defaultPort.ts'
import { describeSample } from '../cli/sample/describeSample.ts'
import { openSample } from '../cli/sample/openSample.ts'
import { appUrl, holdAppPort, startSampleApp } from './sampleApp.ts'
import { startSampleRelayer } from './sampleRelayer.ts'

type Options = { port?: number; once?: true }

async function main(): Promise<number> {
  const stop = stopOnSignals()
  try {
    const options = parseOptions()
    const heldByChain = await choosePort(options)
    const progress = createProgress(process.stderr, stop)
    const sample = await openSample(heldByChain, progress)
    try {
      const isAnyPort = options.port === 0
      const held = await holdAppPort(isAnyPort)
      const place = appUrl(held)
      const relayer = await startSampleRelayer(
        ...([sample, progress, isAnyPort, place] as const),
      )
      const app = await startSampleApp(sample, relayer.url, held)
      console.log(describeSample(sample, relayer, app))
      if (!options.once && !stop.aborted) await once(stop, 'abort')
      await app.close()
      await relayer.stop()
    } finally {
      await sample.close()
    }
    return 0
  } catch (error) {
    return explain(error)
  }
}

function parseOptions(): Options {
  return new Command('npm start --')
    .description(
      'A local chain with a sample round open for review, a relayer and the dApp.',
    )
    .option(
      '--port <n>',
      `where it listens (default: ${defaultPort}, or the next free one; 0: any)`,
      parsePort,
    )
    .option('--once', 'set it up, print and end')
    .exitOverride()
    .parse()
    .opts<Options>()
}

function choosePort({ port }: Options): Promise<HeldPort> {
  return port === undefined ? holdPortFrom(defaultPort) : holdPort(port)
}

const exitCode = await main()
// Hardhat keeps handles open after its chain is closed, so the process would
// not end by itself; what was printed goes out first.
process.stdout.write('', () => process.exit(exitCode))
