/** What `npm start` starts, inside the test, and the ways to move it on. */
import { createProgress } from '../../../cli/progress.ts'
import { holdPort } from '../../../cli/holdPort.ts'
import { connectSample } from '../../../cli/sample/connectSample.ts'
import { readBallotShare } from '../../../cli/sample/localFiles.ts'
import { moveOn } from '../../../cli/sample/moveOn.ts'
import { openSample, type Sample } from '../../../cli/sample/openSample.ts'
import {
  confirmResult,
  openBallots,
  rankProposals,
  releaseShare,
} from '../../../cli/sample/resultActs.ts'
import {
  appUrl,
  holdAppPort,
  startSampleApp,
} from '../../../scripts/sampleApp.ts'
import {
  type SampleRelayer,
  startSampleRelayer,
} from '../../../scripts/sampleRelayer.ts'

export type SampleApp = {
  /** The first address of the dApp, with a slash behind it. */
  url: string
  sample: Sample
  relayer: SampleRelayer
  /** From the review to the end of the opening, with two of three trustees. */
  passTo(end: 'close' | 'opened' | 'ranked' | 'confirmed'): Promise<void>
  close(): Promise<void>
}

const silent = createProgress({ write: () => true })

export async function openSampleApp(): Promise<SampleApp> {
  const sample = await openSample(await holdPort(0), silent)
  const held = await holdAppPort(true)
  const address = appUrl(held)
  const relayer = await startSampleRelayer(sample, silent, true, address)
  const app = await startSampleApp(sample, relayer.url, held)
  const steps = stepsOf(sample)
  let taken = 0
  return {
    ...{ url: app.url, sample, relayer },
    async passTo(end) {
      const last = steps.findIndex(({ name }) => name === end)
      for (; taken <= last; taken += 1) await steps[taken]?.take()
    },
    async close() {
      await app.close()
      await relayer.stop()
      await sample.close()
    },
  }
}

function stepsOf({ port }: Sample) {
  const stage = () => connectSample(port, silent)
  return [
    { name: 'close', take: async () => moveOn(await stage()) },
    {
      name: 'opened',
      async take() {
        for (const trustee of [1, 3])
          await releaseShare(await stage(), trustee, () =>
            readBallotShare(port, trustee),
          )
        await openBallots(await stage())
      },
    },
    {
      name: 'ranked',
      async take() {
        await moveOn(await stage())
        await rankProposals(await stage())
      },
    },
    {
      name: 'confirmed',
      async take() {
        await moveOn(await stage())
        await confirmResult(await stage())
      },
    },
  ]
}
