/** `dure status`: where a round stands, who is missing, what comes next. */
import type { Command } from 'commander'
import { addRoundOptions, type RoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readRoundContext } from '../roundContext.ts'
import { describeStatus } from './describeStatus.ts'
import { nextActs } from './nextActs.ts'
import { readStatus } from './readStatus.ts'

const examples = `
Examples:
  $ dure status --round 0x1234…
  $ dure status --json | jq .phase`

export function addStatus(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('status')
    .description('phase, times, who is missing, and who can do what next')
    .addHelpText('after', examples)
  addRoundOptions(command).action(async (options: RoundOptions) => {
    const session = await openRoundSession(surroundings, options)
    const context = await readRoundContext(session.reader, session.round)
    const status = await readStatus(session.reader, context)
    report(session, {
      text: describeStatus(status),
      json: { ...status, next: nextActs(status) },
    })
  })
}
