/** The one place that reads the environment, and says all that is wrong at once. */
import * as v from 'valibot'
import { type Address, getAddress, type Hex } from 'viem'
import { mostBallotsPerPage } from '../../protocol/ballot.ts'
import { BaseError } from '../../protocol/errors.ts'
import { readKey } from './readKey.ts'

export type Config = {
  rpcUrl: string
  factory: Address
  receipts: Address
  /** Pays for transactions, and signs receipts. */
  key: Hex
  storage:
    { kind: 'pglite'; folder: string } | { kind: 'postgres'; url: string }
  /** Drawn and opened even where no ballot came through this relayer. */
  rounds: readonly Address[]
  host: string
  port: number
  /** Pages of these origins may ask; none unless told. */
  origins: readonly string[]
  /** The page of the dApp, which tickets open and officials sign in at. */
  app: string | undefined
  /** Proxies in front, whose word on the sender's address is taken. */
  proxies: number
  page: { ballots: number; seconds: number }
  /** Seconds from the receipt on within which a ballot is to be recorded. */
  promiseSeconds: number
  /** No ballot is taken for so many seconds before the close. */
  lastCallSeconds: number
  confirmations: number | undefined
  /** In wei. */
  highestFeePerGas: bigint
  /** Seconds after which a request is given up. */
  patienceSeconds: number
  limits: Limits
  /** Bytes that all documents may take, and those of one round. */
  documents: { bytes: number; bytesOfRound: number }
}

export type Limits = {
  /** Requests a minute. */
  address: number
  ballotsOfKey: number
  /** Acts an hour that are sent for one key, or one address. */
  actsOfKey: number
  actsOfAddress: number
  /** Acts in 24 hours, whoever asks: each is paid for. */
  actsADay: number
}

const wei = 1_000_000_000n
const mebibyte = 2 ** 20

const url = v.pipe(v.string(), v.url('is no URL'))
const address = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{40}$/, 'is no address'),
  v.transform((text): Address => getAddress(text)),
)
const storage = v.object({
  DURE_DATA_FOLDER: v.optional(v.string()),
  DATABASE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'is no postgres:// URL')),
  ),
})

const schema = v.object({
  ...storage.entries,
  DURE_RPC_URL: url,
  DURE_FACTORY: address,
  DURE_RECEIPTS: address,
  DURE_RELAYER_KEY: v.optional(v.string()),
  DURE_RELAYER_KEY_FILE: v.optional(v.string()),
  DURE_PASSPHRASE_FILE: v.optional(v.string()),
  DURE_ROUNDS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
      v.array(address, 'is no list of addresses'),
    ),
    '',
  ),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: whole(0, 65_535, 8_787),
  DURE_ORIGINS: v.optional(v.string(), ''),
  DURE_APP: v.optional(
    v.pipe(url, v.regex(/^https?:\/\/[^#]+$/, 'is no address of a page')),
  ),
  DURE_PROXIES: whole(0, 10, 0),
  DURE_PAGE_BALLOTS: whole(1, mostBallotsPerPage, mostBallotsPerPage),
  DURE_PAGE_SECONDS: whole(0, 86_400, 60),
  DURE_PROMISE_SECONDS: whole(60, 604_800, 3_600),
  DURE_LAST_CALL_SECONDS: whole(0, 86_400, 120),
  DURE_CONFIRMATIONS: v.optional(whole(1, 100, 1)),
  DURE_HIGHEST_GWEI: whole(1, 1_000_000, 500),
  DURE_PATIENCE_SECONDS: whole(1, 600, 30),
  DURE_REQUESTS_PER_MINUTE: whole(1, 1_000_000, 600),
  DURE_BALLOTS_PER_MINUTE: whole(1, 1_000_000, 20),
  DURE_ACTS_OF_KEY_PER_HOUR: whole(1, 1_000_000, 10),
  DURE_ACTS_OF_ADDRESS_PER_HOUR: whole(1, 1_000_000, 120),
  DURE_ACTS_PER_DAY: whole(1, 1_000_000, 2_000),
  DURE_DOCUMENTS_MIB: whole(1, 10_000_000, 16_384),
  DURE_DOCUMENTS_OF_ROUND_MIB: whole(1, 10_000_000, 4_096),
})

export type VariableName = keyof typeof schema.entries

type Env = Readonly<Record<string, string | undefined>>

export function readConfig(env: Env): Config {
  const key = readKey(env)
  const faults = 'fault' in key ? [key.fault] : []
  const read = parse(schema, env, faults)
  if ('fault' in key) throw new ConfigError({ faults })
  return toConfig(read, key.key)
}

/** For commands that need the database alone. */
export function readStorage(env: Env): Config['storage'] {
  return toStorage(parse(storage, env))
}

function parse<const shape extends typeof storage | typeof schema>(
  shape: shape,
  env: Env,
  others: readonly string[] = [],
): v.InferOutput<shape> {
  const given = Object.entries(env).filter(([, value]) => value !== '')
  const read = v.safeParse(shape, Object.fromEntries(given))
  const faults = [...(read.issues ?? []).map(describe), ...others]
  const { DATABASE_URL: database, DURE_DATA_FOLDER: folder } = env
  if (!database && !folder)
    faults.push('DURE_DATA_FOLDER or DATABASE_URL is missing.')
  if (!read.success || faults.length > 0) throw new ConfigError({ faults })
  return read.output
}

function toStorage({
  DATABASE_URL: database,
  DURE_DATA_FOLDER: folder = '',
}: v.InferOutput<typeof storage>): Config['storage'] {
  return database
    ? { kind: 'postgres', url: database }
    : { kind: 'pglite', folder }
}

function toConfig(read: v.InferOutput<typeof schema>, key: Hex): Config {
  return {
    rpcUrl: read.DURE_RPC_URL,
    factory: read.DURE_FACTORY,
    receipts: read.DURE_RECEIPTS,
    key,
    storage: toStorage(read),
    rounds: read.DURE_ROUNDS,
    host: read.HOST,
    port: read.PORT,
    origins: read.DURE_ORIGINS.split(/[\s,]+/).filter(Boolean),
    app: read.DURE_APP,
    proxies: read.DURE_PROXIES,
    page: { ballots: read.DURE_PAGE_BALLOTS, seconds: read.DURE_PAGE_SECONDS },
    promiseSeconds: read.DURE_PROMISE_SECONDS,
    lastCallSeconds: read.DURE_LAST_CALL_SECONDS,
    confirmations: read.DURE_CONFIRMATIONS,
    highestFeePerGas: BigInt(read.DURE_HIGHEST_GWEI) * wei,
    patienceSeconds: read.DURE_PATIENCE_SECONDS,
    limits: {
      address: read.DURE_REQUESTS_PER_MINUTE,
      ballotsOfKey: read.DURE_BALLOTS_PER_MINUTE,
      actsOfKey: read.DURE_ACTS_OF_KEY_PER_HOUR,
      actsOfAddress: read.DURE_ACTS_OF_ADDRESS_PER_HOUR,
      actsADay: read.DURE_ACTS_PER_DAY,
    },
    documents: {
      bytes: mebibyte * read.DURE_DOCUMENTS_MIB,
      bytesOfRound: mebibyte * read.DURE_DOCUMENTS_OF_ROUND_MIB,
    },
  }
}

function whole(least: number, most: number, fallback: number) {
  const reason = `is no whole number from ${least} to ${most}`
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, reason),
      v.transform(Number),
      v.minValue(least, reason),
      v.maxValue(most, reason),
    ),
    String(fallback),
  )
}

/** The name and what is wrong, never the value: it may be a secret. */
function describe(issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue) ?? ''
  return issue.input === undefined
    ? `${name} is missing.`
    : `${name} ${issue.message}.`
}

export class ConfigError extends BaseError {
  override name = 'ConfigError'
  readonly faults: readonly string[]

  constructor({ faults }: { faults: readonly string[] }) {
    super('The relayer cannot start with these settings.', {
      metaMessages: faults,
    })
    this.faults = faults
  }
}
