/**
 * style sheets of the dApp
 * └── a class is of one feature: what another page has loaded changes no page
 */
import { expect } from 'chai'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const features = path.join(import.meta.dirname, '../../app/src/features')

describe('the style sheets of the features', () => {
  it('begin no two rules of different features with the same class', () => {
    const owners = new Map<string, Set<string>>()
    const files = globSync('*/**/*.css', { cwd: features })
    expect(files.length).to.be.at.least(8)
    for (const file of files)
      for (const name of firstClasses(path.join(features, file))) {
        const own = owners.get(name) ?? new Set()
        owners.set(name, own.add(file.split(path.sep)[0] ?? file))
      }
    const shared = [...owners].filter(([, { size }]) => size > 1)
    expect(shared.map(([name, of]) => [name, ...of])).to.deep.equal([])
  })
})

/** Of every selector the first class, which is what the rule is of. */
function firstClasses(file: string): Set<string> {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) =>
    list.split(','),
  )
  const names = selectors.map((one) => /^\.([\w-]+)/.exec(one.trim())?.[1])
  return new Set(names.filter((name) => name !== undefined))
}
