// lock
// ├── given two works at once → one after the other
// ├── given a work that fails → its error, and the lock is free
// ├── given a lock of a running process → LockedError after the patience
// ├── given a lock that names nobody → LockedError, and it stays
// └── given a lock of a process that has ended → taken at once
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { LockedError, takeLock, withLock } from '../../cli/lock.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'

describe('lock', () => {
  const folder = inTemporaryFolder()

  it('lets one work begin when the other has ended', async () => {
    const file = folder.pathOf('turns')
    const seen: string[] = []
    const work = (name: string) =>
      withLock({ file, patience: 5_000 }, async () => {
        seen.push(`${name} begins`)
        await wait(20)
        seen.push(`${name} ends`)
      })
    await Promise.all([work('one'), work('other')])
    const [first] = seen[0]?.split(' ') ?? []
    const second = first === 'one' ? 'other' : 'one'
    expect(seen).to.deep.equal([
      ...[`${first} begins`, `${first} ends`],
      ...[`${second} begins`, `${second} ends`],
    ])
  })

  it('is free after a work that failed', async () => {
    const parameters = { file: folder.pathOf('failed'), patience: 0 }
    const failing = withLock(parameters, () => Promise.reject(new RangeError()))
    await expectRejection(failing, RangeError)
    await (await takeLock(parameters)).release()
  })

  it('waits as long as it is told for a process that runs', async () => {
    const file = folder.pathOf('held')
    const lock = await takeLock({ file, patience: 0 })
    const began = performance.now()
    const second = takeLock({ file, patience: 200 })
    const { holder } = await expectRejection(second, LockedError)
    expect(holder).to.equal(process.pid)
    expect(performance.now() - began).to.be.at.least(190)
    await lock.release()
  })

  it('refuses a lock that names nobody, and leaves it', async () => {
    for (const text of ['', 'somebody', '-1', '0.5']) {
      const file = await folder.write('nobody', text)
      const taking = takeLock({ file, patience: 0 })
      const { holder } = await expectRejection(taking, LockedError)
      expect(holder).to.equal(undefined)
      expect(await readFile(file, 'utf8')).to.equal(text)
    }
  })

  it('passes over the lock of a process that has ended', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    const file = await folder.write('left', String(child.pid))
    const lock = await takeLock({ file, patience: 0 })
    expect(await readFile(file, 'utf8')).to.equal(String(process.pid))
    await lock.release()
  })
})
