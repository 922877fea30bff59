/** `dure round`: makes a round from a file of rules, or prints such a file. */
import { Argument, type Command } from 'commander'
import { addAsIsOption } from '../documents/options.ts'
import {
  addActOptions,
  addChainOptions,
  factoryOption,
} from '../frame/options.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import {
  rulesTemplate,
  type TemplateKind,
  templateKinds,
} from '../../protocol/rulesFile/template.ts'
import {
  checkRulesFile,
  createRoundFrom,
  type CreateOptions,
} from './createRound.ts'

const examples = `
Examples:
  $ dure round template communities > rules.json
  $ dure round create rules.json --check
  $ dure round create rules.json --factory 0x… --key file:admin.json

Templates: communities (applicants score lists of the others' proposals),
jury (outside reviewers), everyone (all score all), budget (participatory
budgeting). docs/protocol.md, section 1, has the bounds of every rule.`

export function addRound(program: Command, surroundings: Surroundings): void {
  const round = program
    .command('round')
    .description('make a round')
    .addHelpText('after', examples)
  addCreate(round, surroundings)
  round
    .command('template')
    .description('print an example of rules to fill in')
    .addArgument(new Argument('<kind>', 'of round').choices(templateKinds))
    .action((kind: TemplateKind) => {
      surroundings.out.write(jsonText(rulesTemplate(kind)))
    })
}

function addCreate(round: Command, surroundings: Surroundings): void {
  const create = round
    .command('create')
    .description('make a round with the rules and holders of a file')
    .argument('<rules>', 'JSON file such as `dure round template` prints')
    .addOption(factoryOption())
    .option('--check', 'only check the file; exit code 1 if something is wrong')
    .addHelpText('after', examples)
  addActOptions(addChainOptions(addAsIsOption(create))).action(
    (file: string, options: CreateOptions) =>
      options.check
        ? checkRulesFile(surroundings, file, options)
        : createRoundFrom(surroundings, file, options),
  )
}
