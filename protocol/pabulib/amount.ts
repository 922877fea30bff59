/** Amounts of money as people write them, exactly and never by guess. */

/** `units` / 10^`decimals`; no decimals that are only zeros. */
export type Amount = { units: bigint; decimals: number }

export const noAmount: Amount = { units: 0n, decimals: 0 }

/**
 * Reads an amount, or nothing where it could mean two: "1.000" and "1,000" are
 * a thousand to some and one to others. "1 000", "1,000,000" and "1000.5" are
 * clear, and so is a comma before other than three decimals.
 */
export function parseAmount(text: string): Amount | undefined {
  const [, sign = '', number = ''] = /^(-?)(.*)$/.exec(text.trim()) ?? []
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return undefined
  for (const pattern of amountPatterns) {
    const groups = pattern.exec(number)?.groups
    if (groups)
      return toAmount(sign, groups['whole'] ?? '', groups['fraction'] ?? '')
  }
  return undefined
}

/** The whole number of units with so many decimals. */
export function scaleAmount(amount: Amount, decimals: number): bigint {
  return amount.units * 10n ** BigInt(decimals - amount.decimals)
}

/** Digits, with a dot before decimals; {@link parseAmount} reads it back. */
export function formatAmount(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = units
    .toString()
    .replace('-', '')
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  if (fraction === '') return `${sign}${whole}`
  // Exactly three decimals could be taken for thousands.
  const padding = fraction.length === 3 ? '0' : ''
  return `${sign}${whole}.${fraction}${padding}`
}

const space = '[ \\u00a0\\u2009\\u202f]'

const amountPatterns = [
  // Plain, then in groups of three with spaces, commas, dots.
  /^(?<whole>\d+)(?:[.,](?<fraction>\d+))?$/,
  new RegExp(
    `^(?<whole>[1-9]\\d{0,2}(?:${space}\\d{3})+)(?:[.,](?<fraction>\\d+))?$`,
  ),
  /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<fraction>\d+))?$/,
  /^(?<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?<fraction>\d+))?$/,
]

function toAmount(sign: string, whole: string, fraction: string): Amount {
  const digits = whole.replace(/\D/g, '')
  const decimals = fraction.replace(/0+$/, '')
  const units = BigInt(digits + decimals)
  return {
    units: sign === '-' ? -units : units,
    decimals: decimals.length,
  }
}
