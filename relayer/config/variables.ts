/** What each variable of the environment is for, where a relayer is started. */
import type { VariableName } from './readConfig.ts'

export type Variable = { name: VariableName; meaning: string }

/** Without these it does not start; of the two of a pair, one. */
const needed = {
  DURE_RPC_URL: 'JSON-RPC address of a node',
  DURE_FACTORY: 'the round factory',
  DURE_RECEIPTS: 'the receipts that `dure deploy` printed',
  DURE_RELAYER_KEY: 'private key that pays and signs receipts, or',
  DURE_RELAYER_KEY_FILE: 'file of it: hexadecimal, or an encrypted key file',
  DURE_DATA_FOLDER: 'folder of the embedded database, or',
  DATABASE_URL: 'postgres:// address of a PostgreSQL database',
} as const

const others = {
  DURE_PASSPHRASE_FILE: 'file whose first line opens an encrypted key file',
  DURE_ROUNDS: 'rounds to draw and open even without a ballot of theirs here',
  HOST: 'address it listens at (127.0.0.1)',
  PORT: 'port it listens at (8787)',
  DURE_ORIGINS: 'pages that may ask it',
  DURE_APP: 'page of the dApp, which tickets open',
  DURE_PROXIES: 'proxies in front of it (0)',
  DURE_PAGE_BALLOTS: 'ballots of a page at most',
  DURE_PAGE_SECONDS: 'seconds that a ballot waits for others (60)',
  DURE_PROMISE_SECONDS: 'seconds within which it promises to cast (3600)',
  DURE_LAST_CALL_SECONDS: 'seconds before the close without ballots (120)',
  DURE_CONFIRMATIONS: 'blocks after which a transaction counts as final',
  DURE_HIGHEST_GWEI: 'fee per gas that it never exceeds (500)',
  DURE_PATIENCE_SECONDS: 'seconds after which a request is given up (30)',
  DURE_REQUESTS_PER_MINUTE: 'requests of one network address (600)',
  DURE_BALLOTS_PER_MINUTE: 'ballots of one key (20)',
  DURE_ACTS_OF_KEY_PER_HOUR: 'signed acts of one key (10)',
  DURE_ACTS_OF_ADDRESS_PER_HOUR: 'signed acts of one network address (120)',
  DURE_ACTS_PER_DAY: 'signed acts of all (2000)',
  DURE_DOCUMENTS_MIB: 'room for all documents (16384)',
  DURE_DOCUMENTS_OF_ROUND_MIB: 'room for those of a round (4096)',
} as const

/** A setting without a meaning does not compile. */
const meanings: Readonly<Record<VariableName, string>> = {
  ...needed,
  ...others,
}

export const neededVariables = listed(Object.keys(needed))
export const otherVariables = listed(Object.keys(others))

function listed(names: readonly string[]): readonly Variable[] {
  return (names as VariableName[]).map((name) => ({
    name,
    meaning: meanings[name],
  }))
}
