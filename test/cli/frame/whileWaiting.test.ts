// whileWaiting
// ├── given quick work → says nothing
// └── given slow work → says once what it waits for
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { whileWaiting } from '../../../cli/frame/whileWaiting.ts'
import { makeSurroundings } from '../support/runCommand.ts'

describe('whileWaiting', () => {
  async function saidDuring(milliseconds: number): Promise<string[]> {
    const said: string[] = []
    const err = { write: (text: string) => said.push(text) }
    const surroundings = { ...makeSurroundings({}), err }
    const work = wait(milliseconds, 'done')
    expect(await whileWaiting({ surroundings }, 'Reading', work)).to.equal(
      'done',
    )
    return said
  }

  it('says nothing of quick work', async () => {
    expect(await saidDuring(1)).to.deep.equal([])
  })

  it('says what takes long', async () => {
    expect(await saidDuring(2_500)).to.have.length(1)
  })
})
