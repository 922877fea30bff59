/** A small jury's round, led by commands through its keys and its review. */
import type { Address } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import {
  everyone,
  freeze,
  prepareRound,
  trustees,
} from '../../cli/people/juryRound.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../../cli/support/commandChain.ts'
import { runCommand } from '../../cli/support/runCommand.ts'

export type Jury = Awaited<ReturnType<typeof openJury>>

const passphrase = 'a long secret of the test'
/** What each reviewer casts, and keeps in a folder of the name. */
export const given = { ana: '5,3,1', bo: '4,4,0', chae: '2,0,5' }

export async function openJury(folder: string) {
  const served = await startCommandChain([
    ...everyone,
    ...['relayer', 'other relayer'],
  ])
  const { chain, url } = served
  const clock = await connectChain({ url, factory: chain.factory })
  const round = await prepareRound(served, clock)
  const jury = { served, chain, url, clock, round, folder }
  await makeKeys(jury)
  await castAll(jury)
  const { times } = await getRules(chain.reader, { round })
  const act = (name: string, ...words: string[]) => actAs(jury, name, words)
  return {
    ...{ ...jury, times, act },
    runTrustee: (name: string) => act(name, ...runWords(folder, name)),
    keptBy: (name: string) => `${folder}/kept ${name}`,
    close: () => chain.close(),
  }
}

type Begun = {
  served: CommandChain
  url: string
  clock: EmbeddedChain
  round: Address
  folder: string
}

function runWords(folder: string, name: string): string[] {
  return ['trustee', 'run', `${folder}/${name}.age`, '--once']
}

async function actAs(
  { round, served, url }: Begun,
  name: string,
  words: readonly string[],
) {
  const { env } = served.person(name)
  const where = ['--rpc', url, '--round', round, '--key', 'env:KEY', '--yes']
  const run = await runCommand([...words, ...where], {
    env: { ...env, DURE_TRUSTEE_PASSPHRASE: passphrase },
  })
  if (run.error !== undefined) throw new Error(run.stderr, { cause: run.error })
  return run
}

async function makeKeys(jury: Begun): Promise<void> {
  const { clock, folder, round, served } = jury
  for (const name of trustees) {
    const file = `${folder}/${name}.age`
    const init = ['trustee', 'init', file, '--work-factor', '10']
    const env = { DURE_TRUSTEE_PASSPHRASE: passphrase }
    await runCommand(init, { env })
  }
  for (const name of [...trustees, ...trustees, ...trustees])
    await actAs(jury, name, runWords(folder, name))
  await freeze(served, clock, round)
  await clock.mine(3)
}

async function castAll(jury: Begun): Promise<void> {
  const { clock, folder, round, served } = jury
  for (const name of trustees) await actAs(jury, name, runWords(folder, name))
  await actAs(jury, 'anyone', ['draw'])
  const { times } = await getRules(served.chain.reader, { round })
  await clock.advanceTo(times.reviewFrom)
  for (const [name, scores] of Object.entries(given)) {
    const kept = ['--keep', `${folder}/kept ${name}`]
    await actAs(jury, name, ['cast', '--scores', scores, ...kept])
  }
}
