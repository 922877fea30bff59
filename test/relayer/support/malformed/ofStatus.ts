/** Questions about rounds and the relayer that are none. */
import type { MalformedCase } from './malformedCase.ts'

const nobody = `0x${'7'.repeat(40)}`
const routes = ['coverage', 'events'] as const

function asked(
  name: string,
  path: string,
  status: number,
  error: string,
  method = 'GET',
): MalformedCase {
  return {
    ...{ name, status, error },
    ask: ({ stage, url }) =>
      fetch(`${url}${path.replace('ROUND', stage.round)}`, { method }),
  }
}

const ofRounds = routes.flatMap((route) => {
  const wrong = (name: string, round: string) =>
    asked(
      ...([`${route} of ${name}`, `/rounds/${round}/${route}`] as const),
      ...([400, 'RequestInvalid'] as const),
    )
  const missing = (name: string, round: string) =>
    asked(
      ...([`${route} of ${name}`, `/rounds/${round}/${route}`] as const),
      ...([404, 'RoundUnknown'] as const),
    )
  const otherwise = (method: string) =>
    asked(
      ...([`${method} of ${route}`, `/rounds/ROUND/${route}`] as const),
      ...([404, 'NotFound', method] as const),
    )
  return [
    wrong('a round too short', nobody.slice(0, -1)),
    wrong('a round too long', `${nobody}7`),
    wrong('a round by name', 'dure.eth'),
    wrong('a round of other letters', `0x${'g'.repeat(40)}`),
    missing('a round of another factory', nobody),
    missing('the round nobody', `0x${'0'.repeat(40)}`),
    ...['POST', 'PUT', 'DELETE'].map(otherwise),
    asked(
      ...([`${route} and more`, `/rounds/ROUND/${route}/more`] as const),
      ...([404, 'NotFound'] as const),
    ),
  ]
})

const ofRelayer = [
  asked('POST of the relayer', '/relayer', 404, 'NotFound', 'POST'),
  asked('another relayer', `/relayer/${nobody}`, 404, 'NotFound'),
  asked('coverage of no round', '/rounds//coverage', 404, 'NotFound'),
]

export const ofStatus: readonly MalformedCase[] = [...ofRounds, ...ofRelayer]
