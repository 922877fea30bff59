// holdPort
// ├── given a free port → holds it until it is released
// └── given a port in use → PortTakenError
// holdPortFrom
// └── given a port in use → holds a later one
// parsePort
// └── takes 0 to 65535 and nothing else
import { expect } from 'chai'
import {
  type HeldPort,
  holdPort,
  holdPortFrom,
  PortTakenError,
} from '../../cli/holdPort.ts'
import { parsePort } from '../../cli/parsePort.ts'
import { expectRejection } from '../protocol/expectRejection.ts'

describe('ports', () => {
  let held: HeldPort

  beforeEach(async () => {
    held = await holdPort(0)
  })

  afterEach(() => held.release())

  it('holds a port until it is released', async () => {
    const taken = holdPort(held.port)
    const error = await expectRejection(taken, PortTakenError)
    expect(error.port).to.equal(held.port)
    await held.release()
    held = await holdPort(held.port)
  })

  it('holds a later port when the first is in use', async () => {
    const later = await holdPortFrom(held.port)
    expect(later.port).to.be.greaterThan(held.port)
    await later.release()
  })

  it('reads the option', () => {
    expect(['0', '8545', '65535'].map(parsePort)).to.deep.equal([
      0, 8545, 65535,
    ])
    for (const text of ['', 'abc', '-1', '80.5', '65536', '0x50', ' 1'])
      expect(() => parsePort(text), text).to.throw('Expected a whole number')
  })
})
