/** Lets Mocha run `*.test.ts` only: left alone, it runs every file it finds. */
import { globSync } from 'node:fs'
import path from 'node:path'
import { overrideTask } from 'hardhat/config'

export const mochaTestFilesOnly = overrideTask(['test', 'mocha'])
  .setInlineAction((taskArguments, hre, runSuper): Promise<unknown> => {
    const named = taskArguments['testFiles'] as string[]
    const testFiles =
      named.length > 0 ? named : findTestFiles(hre.config.paths.tests.mocha)
    return runSuper({ ...taskArguments, testFiles })
  })
  .build()

function findTestFiles(folder: string): string[] {
  const names = globSync('**/*.test.ts', { cwd: folder })
  return names.sort().map((name) => path.join(folder, name))
}
