/** What ESLint asks of the TypeScript. Prettier owns the layout. */
import { builtinModules } from 'node:module'
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { importDirection } from './scripts/lint/importDirection.js'

/** These layers also run in a browser. */
const withoutNode = ['protocol/**', 'chain/**', 'verifier/**']

const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`])

const outsideWorld = [
  'Buffer',
  'Date',
  'XMLHttpRequest',
  'crypto',
  'document',
  'fetch',
  'localStorage',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
  'window',
]

const asParameter = 'protocol is pure: take it as a parameter.'

export default defineConfig(
  globalIgnores(['artifacts/', 'cache/', 'coverage/', 'dist/', 'types/']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        clearInterval: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    plugins: { dure: { rules: { 'import-direction': importDirection } } },
    rules: {
      'dure/import-direction': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Use a named export.',
        },
      ],
    },
  },
  {
    files: withoutNode,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: nodeModules, patterns: ['node:*'] },
      ],
    },
  },
  {
    files: ['protocol/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...outsideWorld.map((name) => ({ name, message: asParameter })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: asParameter },
      ],
    },
  },
  {
    // Default exports only where a tool asks for one; lazy pages are such.
    files: [
      '**/*.config.{js,ts}',
      'ignition/**',
      'app/src/features/*/*Page.tsx',
      'app/src/features/*/*Layout.tsx',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['app/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // What runs before the first paint, as it is.
    files: ['app/public/**'],
    languageOptions: {
      globals: {
        caches: 'readonly',
        document: 'readonly',
        fetch: 'readonly',
        localStorage: 'readonly',
        self: 'readonly',
      },
    },
  },
  {
    files: ['test/**'],
    rules: {
      // Chai asserts with properties: expect(value).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
