/** The name of a round's error, by its selector. */
import { type Hex, toFunctionSelector } from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'

export function errorNameOf(selector: Hex): string {
  return names.get(selector) ?? selector
}

const names = new Map(
  roundAbi.flatMap((item): [Hex, string][] => {
    if (item.type !== 'error') return []
    const types = item.inputs.map(({ type }) => type).join()
    return [[toFunctionSelector(`function ${item.name}(${types})`), item.name]]
  }),
)
