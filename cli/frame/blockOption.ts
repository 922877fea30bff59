/** The block up to which a round is read. */
import { InvalidArgumentError, Option } from 'commander'

export function blockOption(): Option {
  return new Option(
    '--block <n>',
    'up to this block (default: the latest)',
  ).argParser(toBlock)
}

function toBlock(text: string): bigint {
  if (/^\d{1,15}$/.test(text)) return BigInt(text)
  throw new InvalidArgumentError('Expected a whole number of 0 or more.')
}
