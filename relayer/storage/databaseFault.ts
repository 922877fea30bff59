/** Tells a database that cannot work from a statement that is wrong. */
import { BaseError } from '../../protocol/errors.ts'
import { DiskFullError } from './room.ts'

/**
 * Classes of PostgreSQL: connection, resources, operator, system; and of Node
 * where there is no server.
 */
const outOfOrder = /^(08|53|57|58|XX)...$|^(ECONN\w+|EPIPE|ETIMEDOUT)$/
const diskFull = /^(53100|ENOSPC)$/
/** Of a connection that was cut: without a code. */
const cut = /Connection terminated|Client has encountered a connection error/

export type DatabaseFault = DiskFullError | DatabaseUnavailableError

export function toDatabaseFault(cause: unknown): DatabaseFault | undefined {
  if (cause instanceof DiskFullError) return cause
  if (!(cause instanceof Error)) return undefined
  const code = 'code' in cause ? String(cause.code) : ''
  if (diskFull.test(code)) return new DiskFullError({ cause })
  if (outOfOrder.test(code) || cut.test(cause.message))
    return new DatabaseUnavailableError({ cause })
  return undefined
}

export class DatabaseUnavailableError extends BaseError {
  override name = 'DatabaseUnavailableError'

  constructor({ cause }: { cause: unknown }) {
    super('The database does not work at the moment.', {
      metaMessages: ['Whether anything was kept is not sure: send it again.'],
      cause,
    })
  }
}
