// import-direction
// ├── given a layer imports itself or one below → no report
// ├── given the door from cli/relayer to the relayer → no report
// ├── given a file outside the layers → no report
// └── given a layer imports one above or beside it → reports upward
import path from 'node:path'
import { RuleTester } from 'eslint'
import { importDirection } from '../../scripts/lint/importDirection.js'

const root = path.resolve(import.meta.dirname, '../..')

const tester = new RuleTester({
  languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
})

tester.run('import-direction', importDirection, {
  valid: [
    given('protocol/tally/add.ts', "import { a } from '../rules/a.ts'"),
    given('chain/getRound.ts', "import { a } from '../protocol/a.ts'"),
    given('verifier/verifyRound.ts', "import { a } from '../chain/a.ts'"),
    given('cli/main.ts', "import { a } from '../verifier/a.ts'"),
    given('cli/relayer/a.ts', "import { a } from '../../relayer/a.ts'"),
    given('test/cli/main.test.ts', "import { a } from '../../cli/main.ts'"),
    given('protocol/seal.ts', "import { p256 } from '@noble/curves/nist.js'"),
  ],
  invalid: [
    upward('protocol/tally/add.ts', "import { a } from '../../chain/a.ts'"),
    upward('protocol/a.ts', "export * from '../verifier/a.ts'"),
    upward('protocol/a.ts', "export { a } from '../app/src/a.ts'"),
    upward('chain/a.ts', "import { a } from '../verifier/a.ts'"),
    upward('chain/a.ts', "const a = await import('../cli/a.ts')"),
    upward('verifier/a.ts', "import { a } from '../relayer/a.ts'"),
    upward('cli/a.ts', "import { a } from '../relayer/a.ts'"),
    upward('cli/relayer/b/a.ts', "import { a } from '../../../relayer/a.ts'"),
    upward('cli/relayer/a.ts', "import { a } from '../../app/a.ts'"),
    upward('relayer/a.ts', "import { a } from '../cli/relayer/a.ts'"),
    upward('relayer/a.ts', "import { a } from '../app/src/a.ts'"),
  ],
})

function given(file: string, code: string) {
  return { name: `${file}: ${code}`, filename: path.join(root, file), code }
}

function upward(file: string, code: string) {
  return { ...given(file, code), errors: [{ messageId: 'upward' }] }
}
