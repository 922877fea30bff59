/** Gives a client a way to send that loses nothing and sends nothing twice. */
import { type Hash, isAddressEqual } from 'viem'
import type { SendCallParameters, SendCallReturnType } from '../sendCall.ts'
import { throwReason } from '../throwReason.ts'
import { RefusedError } from '../refusedError.ts'
import { withRefusal } from '../withRefusal.ts'
import { checkNode } from './checkNode.ts'
import { NonceUsedError, OvertakenError } from './errors.ts'
import type { Delivery } from './journal.ts'
import { findReceipt } from './lookAt.ts'
import { nameAct, prepareDelivery } from './prepareDelivery.ts'
import type { DeliverySettings } from './settings.ts'
import { settle, type Settled } from './settle.ts'
import type { DeliveryClient } from './watch.ts'

/**
 * Every action that writes then sends like this. What an earlier run left
 * unfinished is seen through before anything new; a call that equals one of
 * those is that one, and gets its receipt.
 */
export function withDelivery(
  client: DeliveryClient,
  settings: DeliverySettings,
) {
  const delivery = createDelivery(client, settings)
  return client.extend(() => delivery)
}

function createDelivery(client: DeliveryClient, settings: DeliverySettings) {
  const underWay = new Map<Hash, Promise<Settled>>()
  /** Of leftovers that nobody has asked for. */
  const earlier = new Map<Hash, Settled>()
  let leftovers: Promise<void> | undefined

  /** One watch for each act, however often it is asked for. */
  function see(delivery: Delivery, isNew: boolean): Promise<Settled> {
    const { act } = delivery
    const running = underWay.get(act)
    if (running) return running
    const begun = settle({ client, settings, delivery, isNew }).finally(() =>
      underWay.delete(act),
    )
    underWay.set(act, begun)
    return begun
  }

  /** Once for each client; when it fails, the next call tries again. */
  function catchUp(): Promise<void> {
    leftovers ??= seeLeftovers().catch((error: unknown) => {
      leftovers = undefined
      throw error
    })
    return leftovers
  }

  async function seeLeftovers(): Promise<void> {
    const open = await loadOpen(client, settings)
    const seeOne = async (delivery: Delivery) => {
      const result = await unlessNonceUsed(see(delivery, false))
      if (result) earlier.set(delivery.act, result)
      const status = result?.receipt.status ?? 'nonceUsed'
      settings.onProgress?.({ event: 'caughtUp', delivery, status })
    }
    await Promise.all(open.map(seeOne))
  }

  async function begin(call: SendCallParameters, act: Hash): Promise<Settled> {
    const { delivery, isNew } = await settings.journal.exclusively(async () => {
      const open = await loadOpen(client, settings)
      const same = open.find((delivery) => delivery.act === act)
      if (same) return { delivery: same, isNew: false }
      const parameters = { act, call, open, settings }
      const prepared = await prepareDelivery(client, parameters)
      return { delivery: prepared, isNew: true }
    })
    return see(delivery, isNew)
  }

  /** Whether this call is one of those that an earlier run had begun. */
  async function takeEarlier(act: Hash): Promise<Settled | undefined> {
    await checkNode(client, client.chain.id, settings)
    await catchUp()
    const done = earlier.get(act)
    earlier.delete(act)
    return done && readAgain(client, done)
  }

  return {
    deliver: (call: SendCallParameters): Promise<SendCallReturnType> =>
      withRefusal(call.functionName, async () => {
        const act = nameAct(client, call)
        const settled = (await takeEarlier(act)) ?? (await begin(call, act))
        return toReceipt(client, call, settled)
      }),
    /** Its receipt if an earlier run had begun it: else nothing is sent. */
    resume: (
      call: SendCallParameters,
    ): Promise<SendCallReturnType | undefined> =>
      withRefusal(call.functionName, async () => {
        const settled = await takeEarlier(nameAct(client, call))
        return settled && toReceipt(client, call, settled)
      }),
    /** Sees through, beside what comes, what another process has left since. */
    async adopt(): Promise<void> {
      for (const delivery of await loadOpen(client, settings))
        if (!underWay.has(delivery.act))
          see(delivery, false).catch(() => undefined)
    },
  }
}

/** None once a reorganisation has removed it: the call is then a new one. */
async function readAgain(
  client: DeliveryClient,
  settled: Settled,
): Promise<Settled | undefined> {
  const { transactionHash } = settled.receipt
  const receipt = await findReceipt(client, transactionHash)
  return receipt && { ...settled, receipt }
}

/** What this account has not finished on this chain. */
async function loadOpen(
  { account, chain }: DeliveryClient,
  { journal }: DeliverySettings,
): Promise<Delivery[]> {
  const deliveries = await journal.load()
  return deliveries.filter(
    ({ chainId, from }) =>
      chainId === chain.id && isAddressEqual(from, account.address),
  )
}

async function unlessNonceUsed(
  settled: Promise<Settled>,
): Promise<Settled | undefined> {
  try {
    return await settled
  } catch (error) {
    if (error instanceof NonceUsedError) return undefined
    throw error
  }
}

async function toReceipt(
  client: DeliveryClient,
  call: SendCallParameters,
  { receipt, wasDropped }: Settled,
): Promise<SendCallReturnType> {
  if (receipt.status === 'success') return receipt
  const { functionName } = call
  const account = client.account.address
  const { address, abi, args } = call
  const failed = { account, address, abi, functionName, args, receipt }
  try {
    return await withRefusal(functionName, () => throwReason(client, failed))
  } catch (cause) {
    if (wasDropped && cause instanceof RefusedError)
      throw new OvertakenError({ functionName, cause })
    throw cause
  }
}
