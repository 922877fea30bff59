/** How the dApp is built: static files that can be hosted anywhere. */
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { defineConfig } from 'vite'

// As a whole: Vite puts the folder of this file in its place.
const dirname = import.meta.dirname

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
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What so many pages share is loaded as one file, not as fifty small
          // ones: 19 kB less before the first score.
          groups: [{ name: 'common', minShareCount: 16 }],
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
