// BaseError
// ├── tells what is wrong, then line by line what would be right
// ├── keeps its cause
// └── given neither → only the message
import { expect } from 'chai'
import { BaseError } from '../../protocol/errors.ts'

describe('BaseError', () => {
  it('tells what is wrong, then line by line what would be right', () => {
    const error = new BaseError('Wrong.', { metaMessages: ['Right.', 'So.'] })
    expect(error.message).to.equal('Wrong.\nRight.\nSo.')
    expect(error.shortMessage).to.equal('Wrong.')
    expect(error.metaMessages).to.deep.equal(['Right.', 'So.'])
    expect(error.name).to.equal('BaseError')
  })

  it('keeps its cause', () => {
    const cause = new Error('before')
    expect(new BaseError('Wrong.', { cause }).cause).to.equal(cause)
  })

  it('has neither when none is given', () => {
    const error = new BaseError('Wrong.')
    expect(error.message).to.equal('Wrong.')
    expect(error.metaMessages).to.deep.equal([])
    expect('cause' in error).to.equal(false)
  })
})
