/** Plans what is left to open of decrypted pages, in transactions that fit. */
import type { Address } from 'viem'
import { type Rules, valueCount } from '../../protocol/rules.ts'
import type { ReadClient } from '../clients.ts'
import { openingGas } from './openingGas.ts'
import {
  type DecryptedPage,
  groupParts,
  type PagePart,
  splitPage,
} from './planOpenings.ts'
import { readOpened } from './readOpened.ts'

export type PlanOpeningByKeyParameters = {
  round: Address
  rules: Rules
  fromBlock: bigint
  /** On the roster. */
  proposals: number
  decrypted: readonly DecryptedPage[]
}

/** What is to be sent, in transactions that each fit. */
export type PlannedOpening = {
  groups: readonly (readonly PagePart[])[]
  /** Ballots that do not decrypt to what they sealed. */
  unreadable: number
}

export async function planOpeningByKey(
  client: ReadClient,
  parameters: PlanOpeningByKeyParameters,
): Promise<PlannedOpening> {
  const { decrypted, fromBlock, proposals, round, rules } = parameters
  const values = valueCount(rules, proposals)
  const opened = { round, fromBlock, valueCount: values }
  const isOpened = await readOpened(client, opened)
  const bounds = openingGas(rules, proposals)
  const parts = decrypted.flatMap((page) =>
    splitPage(page, (index) => isOpened(page.number, index), bounds),
  )
  const all = decrypted.flatMap(({ openings }) => openings)
  const unreadable = all.filter(({ kind }) => kind === 0).length
  return { groups: groupParts(parts, bounds), unreadable }
}
