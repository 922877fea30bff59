/** Which relayer is asked. */
import { Option } from 'commander'

export function relayerOption(): Option {
  return new Option('--relayer <url>', 'address of a relayer').env(
    'DURE_RELAYER',
  )
}
