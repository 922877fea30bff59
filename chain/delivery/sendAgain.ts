/** Sends the same bytes at every new block, with higher fees after a while. */
import { broadcast } from './broadcast.ts'
import { NonceUsedError, RejectedError } from './errors.ts'
import { estimateFees, feesOf, raiseFees } from './fees.ts'
import type { LookOf } from './lookAt.ts'
import { signReplacement } from './signTransaction.ts'
import { noteTrouble, report, type Watch } from './watch.ts'

export async function sendAgain(
  watch: Watch,
  { nextNonce, head }: LookOf<'waiting'>,
): Promise<Watch> {
  const seen = { ...watch, nextNonce, passedAt: undefined, passedLooks: 0 }
  const next = isPassedOver(seen, head) ? await raise(seen) : seen
  return next.sentAt === head ? next : send(next, head)
}

/** No fee helps while an earlier nonce is missing, or no block comes. */
function isPassedOver(watch: Watch, head: bigint): boolean {
  const { settings, delivery, since, firstSentAt = head, nextNonce } = watch
  if (nextNonce !== delivery.nonce) return false
  if (watch.isUnderpriced) return true
  const waited = settings.clock.now() - since
  return waited >= settings.pace.patience && head > firstSentAt
}

async function raise(watch: Watch): Promise<Watch> {
  const { client, settings, delivery } = watch
  const latest = delivery.transactions.at(-1) ?? '0x'
  const since = settings.clock.now()
  const old = feesOf(latest)
  const fees = raiseFees(old, await estimateFees(client).catch(() => old))
  if (fees.maxFeePerGas > settings.highestFeePerGas)
    return { ...watch, since, isUnderpriced: false, isAtLimit: true }
  const replacement = await signReplacement(client.account, latest, fees)
  const transactions = [...delivery.transactions, replacement]
  const raised = { ...delivery, transactions }
  await settings.journal.save(raised)
  report(watch, { event: 'raised', delivery: raised })
  const unsent = { firstSentAt: undefined, sentAt: undefined }
  return { ...watch, ...unsent, delivery: raised, since, isUnderpriced: false }
}

async function send(watch: Watch, head: bigint): Promise<Watch> {
  const { client, delivery, settings, isNew } = watch
  const answer = await broadcast(client, delivery.transactions)
  switch (answer.outcome) {
    case 'taken':
      return noteTaken(watch, head)
    case 'unsure':
      return { ...noteTrouble(watch, answer.cause), isNew: false }
    case 'underpriced':
      return { ...watch, isUnderpriced: true, sentAt: head }
    case 'outbid':
      // Another transaction waits with this nonce; that of a person is not
      // to be replaced.
      if (!isNew) return { ...watch, isUnderpriced: true, sentAt: head }
      await settings.journal.remove(delivery)
      throw new NonceUsedError({ delivery })
    case 'refused':
      if (isNew) await settings.journal.remove(delivery)
      throw new RejectedError({ delivery, ...answer, isKept: !isNew })
  }
}

function noteTaken(watch: Watch, head: bigint): Watch {
  const { delivery, firstSentAt } = watch
  if (firstSentAt === undefined) report(watch, { event: 'sent', delivery })
  return {
    ...watch,
    isNew: false,
    firstSentAt: firstSentAt ?? head,
    sentAt: head,
    isUnderpriced: false,
    cause: undefined,
  }
}
