/** How the dApp is built: static files that can be hosted anywhere. */
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { defineConfig } from 'vite'

// As a whole: Vite puts the folder of this file in its place.
const dirname = import.meta.dirname

/** What viem's own `call` is made of: reading needs none of it (chain/readView.ts). */
const whatCalls =
  /viem\/_esm\/(actions\/public\/call|constants\/(abis|contracts)|errors\/(ccip|contract|node|stateOverride|transaction)|utils\/(ccip|stateOverride|ens\/\w+|errors\/\w+|transaction\/assertRequest|abi\/(encodeDeployData|encodeErrorResult|encodeFunctionResult|decodeFunctionData)))\.js/

/** What every page has of these, in one file. */
const shared = /tanstack|lingui|valibot|\/react\//

/** What nearly every page has of the dApp's own. */
const ofPages = /app\/src\/(components|hooks|config|keys|queries|ballots)\//

/** What nearly every page asks a node with. */
const ofNode = /viem|\/ox\/|abitype|@noble|\/(chain|protocol)\//

/** A phone opens these first. */
const openedFirst = /\b(RoundPage|ListPage|ScorePage|EnrolPage)\b/

export default defineConfig({
  root: dirname,
  define: { 'import.meta.env.VITE_BUILD': JSON.stringify(buildName()) },
  // Under any path, from any file server.
  base: './',
  plugins: [
    react(),
    // A message without its English fails the build.
    lingui({
      configPath: path.join(dirname, 'lingui.config.ts'),
      macroTransform: true,
      failOnMissing: true,
    }),
  ],
  worker: { format: 'es' },
  css: { transformer: 'lightningcss' },
  build: {
    outDir: path.join(dirname, '../dist/app'),
    emptyOutDir: true,
    target: ['es2022', 'chrome109', 'safari16', 'firefox115'],
    modulePreload: {
      polyfill: false,
      // The names of all files of all pages would stand in the first one, 5 kB of
      // it: that is worth a round trip only for what is opened first.
      resolveDependencies: (file, dependencies, { hostType }) =>
        hostType === 'html' || openedFirst.test(file) ? dependencies : [],
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'call',
              test: whatCalls,
              priority: 2,
              includeDependenciesRecursively: false,
            },
            { name: 'common', minShareCount: 26, priority: 1, test: shared },
            {
              name: 'node',
              test: ofNode,
              minShareCount: 30,
              includeDependenciesRecursively: false,
            },
            {
              name: 'page',
              test: ofPages,
              minShareCount: 20,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
    // `data:` is nothing that the policy allows.
    assetsInlineLimit: 0,
  },
})

/** The commit it is built from; none outside of a checkout. */
function buildName(): string {
  try {
    const words = ['rev-parse', '--short', 'HEAD']
    return execFileSync('git', words, { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
