/** What became of a signed act: the chain decides, a relayer only tells why not. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { getProposal } from '../../../chain/getProposals.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import type { SignedAct } from '../../../protocol/signedAct.ts'
import { fetchAct, type ToldAct } from '../relayer/acts.ts'
import { type KeptAct, toSignedAct } from './keptActs.ts'

/** `replaced`: another act of the same key stands in its place. */
export type ActStanding =
  | { state: 'recorded' | 'replaced' | 'waiting' }
  | { state: 'refused'; told: ToldAct }

/** Milliseconds. */
const pause = 2_000

export function actStandingQuery(
  node: ReadClient,
  kept: KeptAct,
  fromBlock: bigint,
) {
  const { signature, taken } = kept
  return queryOptions({
    queryKey: ['signedAct', node.uid, signature, taken?.id],
    queryFn: async (): Promise<ActStanding> => {
      const act = toSignedAct(kept)
      const state = await readState(node, act, fromBlock)
      if (state !== 'waiting' || !taken) return { state }
      const { id, relayer } = taken
      const told = await fetchAct(relayer, act, id).catch(() => undefined)
      return told?.state === 'refused' ? { state: 'refused', told } : { state }
    },
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'recorded' || data?.state === 'replaced' ? false : pause,
  })
}

async function readState(
  node: ReadClient,
  act: SignedAct,
  fromBlock: bigint,
): Promise<'recorded' | 'replaced' | 'waiting'> {
  const { key, round } = act
  if (act.type === 'Objection') {
    const range = { round, fromBlock, eventNames: ['Objected'] } as const
    const logs = await getRoundLogs(node, range)
    const own = logs.find(
      ({ args }) => args.key.toLowerCase() === key.toLowerCase(),
    )
    if (!own) return 'waiting'
    return own.args.digest === act.message.digest ? 'recorded' : 'replaced'
  }
  const { digest, state, version } = await getProposal(node, { round, key })
  if (version < act.message.version) return 'waiting'
  if (version > act.message.version) return 'replaced'
  const isThis =
    act.type === 'Withdrawal'
      ? state === 'withdrawn'
      : digest === act.message.digest && state !== 'withdrawn'
  return isThis ? 'recorded' : 'replaced'
}
