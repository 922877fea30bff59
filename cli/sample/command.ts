/** `dure sample`: acts in the sample round that `npm start` runs. */
import { type Command, InvalidArgumentError } from 'commander'
import { parsePort } from '../parsePort.ts'
import { createProgress } from '../progress.ts'
import { connectSample } from './connectSample.ts'
import { defaultPort } from './defaultPort.ts'
import { describeRound } from './describeRound.ts'
import { readBallotShare } from './localFiles.ts'
import { moveOn } from './moveOn.ts'
import {
  confirmResult,
  openBallots,
  rankProposals,
  releaseShare,
} from './resultActs.ts'
import { castBallot, describeList } from './reviewerActs.ts'
import type { SampleStage } from './stage.ts'

export function addSample(program: Command, stop: AbortSignal): void {
  const sample = program
    .command('sample')
    .description('Act in the sample round that `npm start` runs.')
    .option('--port <n>', 'where it runs', parsePort, defaultPort)

  /** Joins the round, acts, and prints what came of it. */
  function act(work: (stage: SampleStage, port: number) => Promise<string>) {
    const { port } = sample.opts<{ port: number }>()
    const progress = createProgress(process.stderr, stop)
    return connectSample(port, progress)
      .then((stage) => work(stage, port))
      .then((text) => {
        console.log(text)
      })
  }

  sample
    .command('status')
    .description('phase, ballots, proposals and results')
    .action(() => act(describeRound))
  sample
    .command('list')
    .description("a reviewer's list")
    .argument('<reviewer>', 'number of the reviewer', toWhole)
    .action((reviewer: number) => act((stage) => describeList(stage, reviewer)))
  sample
    .command('cast')
    .description('as a reviewer: seal, sign and cast a ballot')
    .argument('<reviewer>', 'number of the reviewer', toWhole)
    .argument('<scores...>', 'in the order of the list', toWholes)
    .action((reviewer: number, scores: number[]) =>
      act((stage) => castBallot(stage, reviewer, scores)),
    )
  sample
    .command('later')
    .description('move the time of the chain to what comes next')
    .action(() => act(moveOn))
  sample
    .command('release')
    .description('as a trustee: release the share after the close')
    .argument('<trustee>', 'number of the trustee', toWhole)
    .action((trustee: number) =>
      act((stage, port) =>
        releaseShare(stage, trustee, () => readBallotShare(port, trustee)),
      ),
    )
  sample
    .command('open')
    .description('as anyone: decrypt the ballots and have them counted')
    .action(() => act(openBallots))
  sample
    .command('rank')
    .description('as anyone: hand in the order of the proposals')
    .action(() => act(rankProposals))
  sample
    .command('confirm')
    .description('as the committee: confirm the ranking')
    .action(() => act(confirmResult))
}

function toWhole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number.')
}

function toWholes(text: string, previous: number[] | undefined): number[] {
  return [...(previous ?? []), toWhole(text)]
}
