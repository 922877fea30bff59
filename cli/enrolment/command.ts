/** `dure enrolment`: the registrar's word for the enrolled keys, given and checked. */
import type { Command } from 'commander'
import type { Surroundings } from '../frame/surroundings.ts'
import { addCheck } from './check.ts'
import { addSign } from './sign.ts'

const examples = `
Examples:
  $ dure enrolment sign --relayer https://relayer.example --key file:registrar.json
  $ dure enrolment check 17 --own 0x3C44… --relayer https://relayer.example

One signature of the registrar stands for all keys: each reviewer can prove
with it which key was enrolled for its seat.`

export function addEnrolment(
  program: Command,
  surroundings: Surroundings,
): void {
  const enrolment = program
    .command('enrolment')
    .description('the keys that reviewers enrolled with a relayer')
    .addHelpText('after', examples)
  addSign(enrolment, surroundings)
  addCheck(enrolment, surroundings)
}
