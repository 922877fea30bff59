/** All recorded ballots of a round, from its pages alone: sealed, until they are opened. */
import { queryOptions } from '@tanstack/react-query'
import { bytesToHex, type Hash, hexToBytes } from 'viem'
import type { ReadClient } from '../../../chain/clients.ts'
import { getPages } from '../../../chain/getPages.ts'
import {
  ballotDigest,
  parseBatch,
  type SignedBallot,
} from '../../../protocol/ballot.ts'
import { envelopeLength } from '../../../protocol/rules.ts'
import type { Round } from './round.ts'
import type { Where } from './acts.ts'

export type RecordedPage = Where & { number: number; ballots: SignedBallot[] }

export function pagesQuery(node: ReadClient, round: Round) {
  return queryOptions({
    queryKey: ['pages', node.uid, round.round, round.ballots.pages],
    queryFn: () => readRecordedPages(node, round),
    staleTime: 15_000,
  })
}

async function readRecordedPages(
  node: ReadClient,
  { fromBlock, roster, round, rules }: Round,
): Promise<RecordedPage[]> {
  const length = { envelopeLength: envelopeLength(rules, roster.onRoster) }
  const pages = await getPages(node, { round, fromBlock })
  return pages.map(({ batch, blockNumber, number, transactionHash }) => ({
    ...{ number, blockNumber, transactionHash },
    ballots: parseBatch(batch, length),
  }))
}

/** What the reviewer signed; the reference is its beginning. */
export function digestOf(
  { domainSeparator }: Pick<Round, 'domainSeparator'>,
  ballot: SignedBallot,
): Hash {
  return bytesToHex(ballotDigest(hexToBytes(domainSeparator), ballot))
}
