/** Reads an earlier round and its document, and begins a draft with them. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { readRoundText } from '../../../documents/roundDocument.ts'
import { documentQuery } from '../../../queries/documents.ts'
import { roundQuery } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { fromRound } from '../draft/fromRound.ts'
import { useBegin, useGiven } from './useBegin.ts'

export function useReadRound() {
  const queries = useQueryClient()
  const config = useConfig()
  const node = useNode()
  const begin = useBegin()
  const { now } = useGiven()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function copy(address: Address): Promise<void> {
    setIsBusy(true)
    setError(undefined)
    try {
      const round = await queries.query(roundQuery(node, config, address))
      const { holders, roster, rules } = round
      // Without its words the rules are still worth copying.
      const document = await queries
        .query(documentQuery(config.relayers, rules.document))
        .catch(() => undefined)
      const text = document && readRoundText(document.content)
      const proposals = roster.onRoster
      begin(fromRound({ rules, holders, text, proposals }, now))
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }

  return { copy, error, isBusy }
}
