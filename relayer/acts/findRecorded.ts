/** Finds an act on the chain, whoever sent it. */
import { getAddress, type Hash, isAddressEqual } from 'viem'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import type { Services } from '../services.ts'
import type { SignedAct } from './signedAct.ts'

export type Recorded = { block: number; transaction: Hash }

export async function findRecorded(
  { node }: Pick<Services, 'node'>,
  act: SignedAct,
  fromBlock: number,
): Promise<Recorded | undefined> {
  const logs = await getRoundLogs(node.reader, {
    round: getAddress(act.round),
    eventNames: ['ProposalRegistered', 'ProposalWithdrawn', 'Objected'],
    fromBlock: BigInt(fromBlock),
  })
  const log = logs.find((one) => isOf(one, act))
  if (!log) return undefined
  return {
    block: Number(log.blockNumber),
    transaction: log.transactionHash,
  }
}

type Log = Awaited<
  ReturnType<
    typeof getRoundLogs<'ProposalRegistered' | 'ProposalWithdrawn' | 'Objected'>
  >
>[number]

function isOf(log: Log, act: SignedAct): boolean {
  if (!isAddressEqual(log.args.key, getAddress(act.key))) return false
  switch (log.eventName) {
    case 'ProposalRegistered':
      return (
        act.type === 'Proposal' &&
        log.args.version === act.message.version &&
        log.args.digest === act.message.digest &&
        log.args.category === act.message.category &&
        log.args.ask === BigInt(act.message.ask)
      )
    case 'ProposalWithdrawn':
      return (
        act.type === 'Withdrawal' && log.args.version === act.message.version
      )
    case 'Objected':
      return (
        act.type === 'Objection' &&
        log.args.digest === act.message.digest &&
        Number(log.args.reviewer) === (act.reviewer ?? 0)
      )
  }
}
