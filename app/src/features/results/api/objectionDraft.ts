/** An objection that is being written: kept on this device until it is signed. */
import { useMemo } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import { type KeptPlace, useKeptValue } from '../../../config/keptValue.ts'
import { useConfig } from '../../../config/useConfig.ts'

const schema = v.object({ text: v.string() })

export function useObjectionDraft(
  round: Address,
): [string, (text: string) => void] {
  const { chainId } = useConfig()
  const place = useMemo(() => placeOf(chainId, round), [chainId, round])
  const [{ text }, edit] = useKeptValue(place)
  return [
    text,
    (next) => {
      edit(() => ({ text: next }))
    },
  ]
}

function placeOf(chainId: number, round: Address): KeptPlace<typeof schema> {
  const name = `dure.objection.${chainId}.${round.toLowerCase()}`
  return { name, schema, empty: { text: '' } }
}
