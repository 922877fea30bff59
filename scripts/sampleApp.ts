/** The dApp of the sample round, with keys that make a newcomer any reviewer. */
import { type HeldPort, holdPort, holdPortFrom } from '../cli/holdPort.ts'
import { chainId } from '../cli/sample/stage.ts'
import type { Sample } from '../cli/sample/openSample.ts'
import type { Config } from '../app/src/config/config.ts'
import { serveApp, type ServedApp } from './serveApp.ts'

/** Where it listens, if nothing else does. */
const usualPort = 5_173

export function holdAppPort(isAnyPort: boolean): Promise<HeldPort> {
  return isAnyPort ? holdPort(0) : holdPortFrom(usualPort)
}

/** As the relayer must know it before it starts. */
export function appUrl({ port }: HeldPort): string {
  return `http://localhost:${port}/`
}

export async function startSampleApp(
  sample: Sample,
  relayer: string,
  held: HeldPort,
): Promise<ServedApp> {
  await held.release()
  return serveApp(toConfig(sample, relayer), { port: held.port })
}

function toConfig(sample: Sample, relayer: string): Config {
  const { factory, people, plan, receipts, round, url, verifiers } = sample
  const [, passkeyVerifier] = verifiers
  return {
    chainId: Number(chainId),
    node: url,
    factory,
    receipts,
    ...(passkeyVerifier === undefined ? {} : { passkeyVerifier }),
    relayers: [relayer],
    fromBlock: 0,
    demo: {
      round,
      reviewers: people.reviewers.map(({ privateKey }, index) => ({
        reviewer: index + 1,
        secret: privateKey,
        hasCast: plan.arrivals.includes(index + 1),
      })),
    },
  }
}
