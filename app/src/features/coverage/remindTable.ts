/** Seats without a ballot as CSV: the columns of the relayer's tables. */
import Papa from 'papaparse'

/** `perCommunity`: none where an outside jury reviews. */
export function remindTable(
  left: readonly number[],
  perCommunity: number | undefined,
): string {
  const rows = left.map((reviewer) =>
    perCommunity === undefined
      ? { reviewer }
      : {
          community: Math.floor((reviewer - 1) / perCommunity) + 1,
          seat: ((reviewer - 1) % perCommunity) + 1,
          reviewer,
        },
  )
  const fields =
    perCommunity === undefined
      ? ['reviewer']
      : ['community', 'seat', 'reviewer']
  const table = Papa.unparse({ fields, data: rows }, { newline: '\n' })
  return `\uFEFF${table}\n`
}
