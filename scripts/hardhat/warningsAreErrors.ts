/**
 * Makes a compiler warning in this repository's sources fail the build, and
 * leaves out those in packages, which nobody here can mend. Done before Hardhat
 * sees them: a failed build is never cached, so no warning passes unseen the
 * second time.
 */
import type { SolidityHooks } from 'hardhat/types/hooks'
import type { HardhatPlugin } from 'hardhat/types/plugins'
import type { CompilerOutputError } from 'hardhat/types/solidity'

export const warningsAreErrors: HardhatPlugin = {
  id: 'warnings-are-errors',
  hookHandlers: {
    solidity: () => Promise.resolve({ default: createHandlers }),
  },
}

// `invokeSolc` is marked deprecated in Hardhat 3.18, but its replacement,
// `getCompilationJobErrors`, cannot make a build fail.
const createHandlers = (): Promise<Partial<SolidityHooks>> =>
  Promise.resolve({
    async invokeSolc(context, compiler, solcInput, solcConfig, next) {
      const output = await next(context, compiler, solcInput, solcConfig)
      // Coverage adds code of its own, which has warnings.
      if (context.globalOptions.coverage) return output
      return { ...output, errors: output.errors?.flatMap(sort) }
    },
  })

/** What solc says, and Hardhat's type leaves out. */
type LocatedError = CompilerOutputError & { sourceLocation?: { file: string } }

function sort(error: LocatedError): CompilerOutputError[] {
  if (error.severity !== 'warning' || isTestSize(error)) return [error]
  return isForeign(error) ? [] : [raise(error)]
}

function raise(warning: CompilerOutputError): CompilerOutputError {
  return {
    ...warning,
    type: 'Error', // Hardhat goes by both fields.
    severity: 'error',
    formattedMessage: `Error, as warnings are. ${warning.formattedMessage ?? warning.message}`,
  }
}

/** Hardhat names this repository's files `project/…`, packages' `npm/…`. */
function isForeign({ sourceLocation }: LocatedError): boolean {
  return sourceLocation?.file.startsWith('npm/') ?? false
}

/** A test contract is never deployed on a real chain, so it may be big. */
function isTestSize({ sourceLocation, message }: LocatedError): boolean {
  const inTest = sourceLocation?.file.startsWith('project/test/') ?? false
  return inTest && /^Contract (code|initcode) size/.test(message)
}
