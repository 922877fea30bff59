// nodeTroubles: what an error of a node means, in the words of many nodes
import { expect } from 'chai'
import {
  HttpRequestError,
  ResponseBodyTooLargeError,
  RpcRequestError,
  TimeoutError,
} from 'viem'
import {
  type Trouble,
  troubleOf,
  wordsOf,
} from '../../../verifier/read/nodeTroubles.ts'

const url = 'https://node.example'
const body = { method: 'eth_getLogs', params: [{ limit: 'range of blocks' }] }

const answers: [trouble: Trouble, code: number, message: string][] = [
  ['tooMuch', -32_005, 'query returned more than 10000 results'],
  ['tooMuch', -32_602, 'Log response size exceeded.'],
  ['tooMuch', -32_600, 'eth_getLogs is limited to a 10,000 range'],
  ['tooMuch', -32_000, 'exceed maximum block range: 5000'],
  ['tooMuch', -32_000, 'requested too many blocks from 0 to 16777216'],
  ['tooMuch', -32_603, 'block range is too wide'],
  ['tooMuch', -32_000, 'out of gas'],
  ['slow', -32_002, 'request timed out'],
  ['slow', -32_000, 'context deadline exceeded'],
  ['busy', -32_005, 'daily request count exceeded, request rate limited'],
  ['busy', 429, 'Your app has exceeded its compute units per second capacity'],
  ['busy', -32_007, '50/second request limit reached'],
  ['busy', -32_603, 'Internal error'],
  ['behind', -32_000, 'header not found'],
  ['behind', -32_001, 'Unknown block'],
  ['refused', -32_601, 'the method eth_getLogs does not exist'],
  ['refused', 3, 'execution reverted: Round_NotDrawn, limit'],
  ['refused', -32_000, 'missing trie node'],
  ['refused', -32_000, 'invalid argument 0'],
]

const statuses: [trouble: Trouble, status: number, details: string][] = [
  ['refused', 401, 'Unauthorized'],
  ['refused', 403, 'Forbidden'],
  ['refused', 404, 'Not Found'],
  ['slow', 408, 'Request Timeout'],
  ['slow', 504, 'Gateway Timeout'],
  ['tooMuch', 413, 'Content Too Large'],
  ['tooMuch', 400, 'query exceeds max results 20000'],
  ['tooMuch', 500, 'query returned more than 1000 results'],
  ['busy', 429, 'Too Many Requests'],
  ['busy', 500, 'oops'],
  ['busy', 502, 'Bad Gateway'],
  ['busy', 503, 'Service Unavailable'],
]

describe('troubleOf', () => {
  for (const [trouble, code, message] of answers)
    it(`${trouble}: ${code} ${message}`, () => {
      const error = new RpcRequestError({ body, error: { code, message }, url })
      expect(troubleOf(error)).to.equal(trouble)
    })

  for (const [trouble, status, details] of statuses)
    it(`${trouble}: status ${status} ${details}`, () => {
      const error = new HttpRequestError({ body, details, status, url })
      expect(troubleOf(error)).to.equal(trouble)
    })

  it('slow: no answer in time', () => {
    expect(troubleOf(new TimeoutError({ body, url }))).to.equal('slow')
  })

  it('tooMuch: an answer beyond what viem takes', () => {
    const size = { maxSize: 10, size: 11 }
    const error = new ResponseBodyTooLargeError(size)
    expect(troubleOf(error)).to.equal('tooMuch')
    expect(wordsOf(error)).to.equal(error.shortMessage)
  })

  it('busy: no connection, whoever says so', () => {
    const cause = new TypeError('fetch failed')
    const dropped = new HttpRequestError({ body, cause, url })
    expect(troubleOf(dropped)).to.equal('busy')
    expect(troubleOf(cause)).to.equal('busy')
    const reset = Object.assign(new Error('read'), { code: 'ECONNRESET' })
    expect(troubleOf(reset)).to.equal('busy')
  })
})
