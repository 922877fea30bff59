// dure manual
// ├── names every command, argument and option, as roff and as Markdown
// ├── lists the variables
// └── leaves no line that man would take for a request
// dure completion
// ├── prints a script
// └── completes options and choices
import { expect } from 'chai'
import type { Command } from 'commander'
import { createProgram } from '../../../cli/program.ts'
import { runDure } from '../runDure.ts'
import { makeSurroundings, runCommand } from '../support/runCommand.ts'

/** commander's and the completion's own. */
const hidden = ['help', 'complete']

describe('dure manual', () => {
  const program = createProgram(makeSurroundings({}))
  const commands = allOf(program)

  for (const form of [[], ['--markdown']])
    it(`names everything: ${form.join() || 'roff'}`, async () => {
      const { stdout } = await runCommand(['manual', ...form])
      const page = stdout.replaceAll('\\-', '-')
      expect(commands).to.have.length.of.at.least(25)
      for (const { command, name } of commands) {
        expect(page).to.include(name)
        for (const { long } of command.options) expect(page).to.include(long)
        for (const argument of command.registeredArguments)
          expect(page).to.include(argument.name())
      }
    })

  it('lists the variables', async () => {
    const { stdout } = await runCommand(['manual'])
    const [, environment] = stdout.split('.SH ENVIRONMENT')
    for (const name of ['DURE_KEY', 'DURE_RPC_URL', 'DURE_PASSPHRASE_FILE'])
      expect(environment).to.include(name)
  })

  it('holds only requests that are meant', async () => {
    const { stdout } = await runCommand(['manual'])
    const requests = stdout.match(/^[.'].*$/gm) ?? []
    for (const request of requests)
      expect(request).to.match(/^\.(TH|SH|SS|TP|B|PP|nf|fi)( |$)/)
  })
})

describe('dure completion', function () {
  this.timeout(60_000)

  it('prints a script', async () => {
    const { code, stdout } = await runDure('completion', 'zsh')
    expect(code).to.equal(0)
    expect(stdout).to.match(/^#compdef dure/)
  })

  it('completes options', async () => {
    const { stdout } = await runDure('complete', '--', 'freeze', '--n')
    expect(wordsOf(stdout)).to.include('--notice')
  })

  it('completes choices', async () => {
    const { stdout } = await runDure('complete', '--', 'round', 'template', '')
    expect(wordsOf(stdout)).to.include('jury')
  })
})

function allOf(
  command: Command,
  parent = '',
): { name: string; command: Command }[] {
  if (hidden.includes(command.name())) return []
  const name = `${parent} ${command.name()}`.trim()
  const inner = command.commands.flatMap((below) => allOf(below, name))
  return [{ name, command }, ...inner]
}

/** One completion a line, its description behind a tab. */
function wordsOf(stdout: string): string[] {
  return stdout.split('\n').map((line) => line.split('\t')[0] ?? '')
}
