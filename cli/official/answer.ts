/** `dure answer`: the committee answers an objection. */
import type { Command } from 'commander'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
  toWhole,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'

const examples = `
Examples:
  $ dure document new answer.txt answer.json --kind answer
  $ dure answer 1 answer.json --key file:committee.json`

type Options = RoundOptions & ActOptions & { asIs?: true }

export function addAnswer(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('answer')
    .description('as the committee: answer an objection')
    .argument('<objection>', 'its number', toWhole)
    .argument('<file>', 'the published answer; its digest goes on chain')
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(command)).action(
    (objection: number, file: string, options: Options) =>
      answer(surroundings, objection, file, options),
  )
}

async function answer(
  surroundings: Surroundings,
  objection: number,
  file: string,
  options: Options,
): Promise<void> {
  const digest = await digestDocument(file, options)
  const session = await openRoundActSession(surroundings, options)
  await performInRound(session, {
    title: `Answer objection ${objection}`,
    facts: [['answer', `${file}, sha2-256 ${digest}`]],
    warning: 'An answer cannot be replaced.',
    calls: [
      roundCall(session.round, 'answerObjection', [BigInt(objection), digest]),
    ],
    done: `Objection ${objection} is answered.`,
    json: { objection, digest },
  })
}
