/** Suites that run on each kind of node; what cannot run says so, loudly. */
import { anvilMissing, findAnvil } from './findAnvil.ts'
import type { NodeKind } from './startNode.ts'

const kinds = ['anvil', 'hardhat'] as const

/** Call it in place of `describe`. */
export function describeOnNodes(
  title: string,
  suite: (this: Mocha.Suite, kind: NodeKind) => void,
): void {
  for (const kind of kinds) {
    const describeHere = kind === 'anvil' ? describeWithAnvil : describe
    describeHere(`${title} on ${kind}`, function () {
      suite.call(this, kind)
    })
  }
}

/** Without anvil its tests count as skipped, which `npm test` reports. */
export function describeWithAnvil(
  title: string,
  suite: (this: Mocha.Suite) => void,
): void {
  if (findAnvil() !== undefined) describe(title, suite)
  else {
    console.warn(`!!! SKIPPED: ${title}. ${anvilMissing} !!!`)
    describe.skip(title, suite)
  }
}
