/** What became of a round: ranking, objections, decision, from the chain's logs. */
import { queryOptions } from '@tanstack/react-query'
import type { Address, Hash } from 'viem'
import type { ReadClient } from '../../../chain/clients.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { fromBitField } from '../../../protocol/bitField.ts'
import { parseNumbers } from '../../../protocol/packedNumbers.ts'
import type { Orders } from '../../../protocol/ranking.ts'
import { type Act, readMoments, type Where } from './acts.ts'
import type { Round } from './round.ts'

export type Ranking = Act & {
  orders: Orders
  recommended: ReadonlySet<number>
  /** Per half; nothing where seats are given. */
  spent: readonly [bigint, bigint]
}

export type Departure = Act & { removed: number; added: number; reason: Hash }

export type Confirmation = Act & {
  record: Hash
  unanswered: number
  selected: ReadonlySet<number>
}

export type Objection = Act & {
  number: number
  key: Address
  /** 0: it is an applicant's. */
  reviewer: number
  digest: Hash
  answer: (Act & { digest: Hash }) | null
}

/** Null: not yet. */
export type Result = {
  ranking: Ranking | null
  objections: Objection[]
  departures: Departure[]
  confirmation: Confirmation | null
}

const eventNames = [
  'Ranked',
  'Objected',
  'ObjectionAnswered',
  'Departed',
  'Confirmed',
] as const

export function resultQuery(
  node: ReadClient,
  { fromBlock, phase, round }: Pick<Round, 'round' | 'fromBlock' | 'phase'>,
) {
  return queryOptions({
    queryKey: ['result', node.uid, round, phase],
    queryFn: () => readResult(node, { round, fromBlock }),
    staleTime: 15_000,
    refetchInterval: 30_000,
  })
}

async function readResult(
  node: ReadClient,
  range: { round: Address; fromBlock: bigint },
): Promise<Result> {
  const logs = await getRoundLogs(node, { ...range, eventNames })
  const momentOf = await readMoments(node, logs)
  const result: Result = {
    ranking: null,
    objections: [],
    departures: [],
    confirmation: null,
  }
  for (const log of logs) note(result, log, momentOf(log))
  return result
}

type ResultLog = Where &
  Awaited<ReturnType<typeof getRoundLogs<(typeof eventNames)[number]>>>[number]

function note(result: Result, log: ResultLog, act: Act): void {
  switch (log.eventName) {
    case 'Ranked': {
      const { first, recommended, second, spent } = log.args
      const orders = [parseNumbers(first), parseNumbers(second)] as const
      const taken = new Set(fromBitField(recommended))
      result.ranking = { ...act, orders, recommended: taken, spent }
      return
    }
    case 'Objected': {
      const { digest, key, objection, reviewer } = log.args
      const number = Number(objection)
      const by = { key, reviewer: Number(reviewer) }
      result.objections.push({ ...act, ...by, number, digest, answer: null })
      return
    }
    case 'ObjectionAnswered': {
      const { digest, objection } = log.args
      const answered = result.objections[Number(objection) - 1]
      if (answered) answered.answer = { ...act, digest }
      return
    }
    case 'Departed':
      result.departures.push({ ...act, ...log.args })
      return
    case 'Confirmed': {
      const { record, selected, unanswered } = log.args
      const taken = new Set(fromBitField(selected))
      const said = { record, unanswered: Number(unanswered) }
      result.confirmation = { ...act, ...said, selected: taken }
    }
  }
}
