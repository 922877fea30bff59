/** Reads the options of `dure rehearse`: text in, checked values out. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { UsageError } from '../usageError.ts'
import type { PlannedTrustees } from './plan.ts'
import type { Simulation } from './planSimulation.ts'

/** As commander hands them over. */
export type RawOptions = Partial<
  Record<
    | 'communities'
    | 'seats'
    | 'list'
    | 'fund'
    | 'turnout'
    | 'trustees'
    | 'seed'
    | 'json'
    | 'bundle',
    string
  >
> & { relayer?: true }

type CommonOptions = {
  json: string | undefined
  bundle: string | undefined
  seed: string
  /** Ballots go through a relayer. */
  relayer: boolean
}

export type FileOptions = CommonOptions & {
  kind: 'file'
  file: string
  trustees: PlannedTrustees
}

export type SimulationOptions = CommonOptions & {
  kind: 'simulation'
  simulation: Simulation
}

const sizes = ['communities', 'seats', 'list', 'fund'] as const
const mostCommunities = 1_200
const mostReviewers = 131_072
const mostOnBordaList = 15
const mostTrustees = 15

export function parseOptions(
  file: string | undefined,
  raw: RawOptions,
): FileOptions | SimulationOptions {
  const seed = raw.seed ?? randomBytes(4).toString('hex')
  const { bundle, json, relayer = false } = raw
  const common = { json, bundle, seed, relayer }
  requireDifferent(file, raw)
  if (file === undefined)
    return {
      ...common,
      kind: 'simulation',
      simulation: toSimulation(raw, seed),
    }
  const extra = [...sizes, 'turnout' as const].find((name) => raw[name])
  if (extra !== undefined)
    throw new UsageError(
      `--${extra} does not go with a file.`,
      'The file says how many projects and voters there are.',
    )
  const trustees = parseTrustees(raw.trustees ?? '1/1')
  return { ...common, kind: 'file', file, trustees }
}

/** Nothing that is written replaces what is read or written beside it. */
function requireDifferent(
  file: string | undefined,
  { bundle, json }: RawOptions,
): void {
  const same = (one?: string, other?: string) =>
    one !== undefined &&
    other !== undefined &&
    path.resolve(one) === path.resolve(other)
  const option = same(json, file) ? 'json' : 'bundle'
  if (same(json, file) || same(bundle, file))
    throw new UsageError(
      `--${option} would overwrite the election.`,
      'Name another file for the result.',
    )
  if (same(json, bundle))
    throw new UsageError('--json and --bundle name the same file.', 'Name two.')
}

function toSimulation(raw: RawOptions, seed: string): Simulation {
  const missing = sizes.filter((name) => raw[name] === undefined)
  if (missing.length === sizes.length)
    throw new UsageError(
      'Nothing to rehearse.',
      'Expected a Pabulib file, or --communities, --seats, --list and --fund.',
    )
  if (missing.length > 0)
    throw new UsageError(
      `--${missing.join(', --')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
      'A sized round needs --communities, --seats, --list and --fund.',
    )
  const communities = parseWhole(raw, 'communities', 3, mostCommunities)
  const mostSeats = Math.floor(mostReviewers / communities)
  const half = Math.ceil(communities / 2)
  return {
    communities,
    seats: parseWhole(raw, 'seats', 1, mostSeats),
    list: parseWhole(raw, 'list', 2, Math.min(half, mostOnBordaList)),
    fund: parseWhole(raw, 'fund', 1, communities),
    turnout: parseTurnout(raw.turnout ?? '1'),
    trustees: parseTrustees(raw.trustees ?? '3/5'),
    seed,
  }
}

function parseWhole(
  raw: RawOptions,
  name: (typeof sizes)[number],
  least: number,
  most: number,
): number {
  const text = raw[name] ?? ''
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UsageError(
    `--${name} ${text} is out of range.`,
    `Expected a whole number from ${least} to ${most}${
      name === 'list' ? ': at most half of the communities, and 15' : ''
    }.`,
  )
}

/** 0.8, 80% and 80 are the same; 1 is everyone. */
function parseTurnout(text: string): number {
  const [, digits, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? []
  const value = Number(digits ?? Number.NaN)
  const turnout = sign === '%' || value > 1 ? value / 100 : value
  if (turnout >= 0 && turnout <= 1) return turnout
  throw new UsageError(
    `--turnout ${text} is out of range.`,
    'Expected a part from 0 to 1, or a percentage such as 80%.',
  )
}

/** `2/3`: two of three. */
export function parseTrustees(text: string): PlannedTrustees {
  const [, first, second] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []
  const threshold = Number(first)
  const count = Number(second)
  const least = count === 1 ? 1 : 2
  if (threshold >= least && threshold <= count && count <= mostTrustees)
    return { threshold, count }
  throw new UsageError(
    `--trustees ${text} is not possible.`,
    'Expected 1/1, or threshold/count such as 2/3: at least 2 of at most 15.',
  )
}
