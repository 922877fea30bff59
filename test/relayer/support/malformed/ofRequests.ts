/** Requests that are none, whatever the round. */
import type { Asking, MalformedCase } from './malformedCase.ts'

const json = { 'content-type': 'application/json' }

function body(name: string, text: string | undefined, headers = json) {
  return refused(400, 'RequestInvalid', name, ({ stage, url }) =>
    fetch(`${url}/rounds/${stage.round}/ballots`, {
      method: 'POST',
      headers,
      ...(text === undefined ? {} : { body: text }),
    }),
  )
}

function ballot(name: string, value: unknown) {
  return refused(400, 'RequestInvalid', name, ({ post }) => post(value))
}

function round(name: string, address: string, error = 'RequestInvalid') {
  const status = error === 'RequestInvalid' ? 400 : 404
  return refused(status, error, name, ({ post }) => post('0x00', address))
}

function get(name: string, path: string, status = 400, error?: string) {
  return refused(status, error ?? 'RequestInvalid', name, ({ stage, url }) =>
    fetch(`${url}${path.replace('ROUND', stage.round)}`),
  )
}

function refused(
  status: number,
  error: string,
  name: string,
  ask: (asking: Asking) => Promise<Response>,
): MalformedCase {
  return { name, ask, status, error }
}

const bodies = [
  body('no body', undefined),
  body('an empty body', ''),
  body('no JSON', '{"ballot":'),
  body('JSON of another kind: null', 'null'),
  body('JSON of another kind: an array', '["0x00"]'),
  body('JSON of another kind: a text', '"0x00"'),
  body('JSON of another kind: a number', '7'),
  body('no field', '{}'),
  body('the field of another name', '{"Ballot":"0x00"}'),
  body('another type of content', '{"ballot":"0x00"}', {
    'content-type': 'text/plain',
  }),
  body('JSON a thousand deep', '['.repeat(1_000) + ']'.repeat(1_000)),
  refused(413, 'TooLarge', 'a megabyte', ({ post }) =>
    post(`0x${'00'.repeat(500_000)}`),
  ),
]

const ballots = [
  ballot('no bytes', '0x'),
  ballot('half a byte', '0x000'),
  ballot('no prefix', '00'),
  ballot('another prefix', '0X00'),
  ballot('other digits', '0x0g'),
  ballot('a space', '0x00 '),
  ballot('a line break', '0x00\n'),
  ballot('a number', 0),
  ballot('null', null),
  ballot('an object', { hex: '0x00' }),
  ballot('true', true),
]

const rounds = [
  round('an address too short', `0x${'1'.repeat(39)}`),
  round('an address too long', `0x${'1'.repeat(41)}`),
  round('an address without prefix', '1'.repeat(40)),
  round('an address of other letters', `0x${'z'.repeat(40)}`),
  round('a name', 'dure.eth'),
  round('nobody', `0x${'0'.repeat(40)}`, 'RoundUnknown'),
  round('somebody', `0x${'7'.repeat(40)}`, 'RoundUnknown'),
  refused(404, 'RoundUnknown', 'the factory', ({ post, stage }) =>
    post('0x00', stage.chain.factory),
  ),
]

const paths = [
  get('the ballots of reviewer 0', '/rounds/ROUND/ballots/0'),
  get('a negative reviewer', '/rounds/ROUND/ballots/-1'),
  get('half a reviewer', '/rounds/ROUND/ballots/1.5'),
  get('a reviewer by name', '/rounds/ROUND/ballots/ana'),
  get('a reviewer in hexadecimal', '/rounds/ROUND/ballots/0x1'),
  get('a reviewer beyond all', `/rounds/ROUND/ballots/${'9'.repeat(30)}`),
  get('no ballot yet', '/rounds/ROUND/ballots/9', 404, 'BallotUnknown'),
  get('nothing there', '/nothing', 404, 'NotFound'),
  get('files of the machine', '/..%2f..%2fetc/passwd', 404, 'NotFound'),
  get('another round', `/rounds/0x${'7'.repeat(40)}`, 404, 'RoundUnknown'),
  refused(404, 'NotFound', 'a method that is not there', ({ stage, url }) =>
    fetch(`${url}/rounds/${stage.round}/ballots`, { method: 'DELETE' }),
  ),
]

export const ofRequests: readonly MalformedCase[] = [
  ...bodies,
  ...ballots,
  ...rounds,
  ...paths,
]
