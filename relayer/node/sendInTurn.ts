/**
 * Sends one transaction of a key at a time, over all processes that share the
 * database: the next begins once the one before is in a block.
 */
import type { Hash } from 'viem'
import { inTurn } from '../../chain/delivery/journal.ts'
import { nameAct } from '../../chain/delivery/prepareDelivery.ts'
import type { DeliverySettings } from '../../chain/delivery/settings.ts'
import type { DeliveryClient } from '../../chain/delivery/watch.ts'
import { withDelivery } from '../../chain/delivery/withDelivery.ts'
import type { SendCallParameters } from '../../chain/sendCall.ts'
import type { Hold } from '../storage/openDatabase.ts'
import { createGapFiller } from './fillGaps.ts'

export function sendInTurn(
  client: DeliveryClient,
  settings: DeliverySettings,
  waitForHold: () => Promise<Hold>,
) {
  const inclusions = new Map<Hash, Inclusion>()
  const delivering = withDelivery(client, {
    ...settings,
    onProgress(progress) {
      const { event, delivery } = progress
      if (event === 'included') inclusions.get(delivery.act)?.resolve()
      settings.onProgress?.(progress)
    },
  })
  const takeTurn = inTurn()
  const fillGaps = createGapFiller(client, settings)

  /** When the call of this name, which is to be sent, comes to be in a block. */
  function inclusionOf(act: Hash): Promise<void> {
    const inclusion = inclusions.get(act) ?? awaitInclusion()
    inclusions.set(act, inclusion)
    return inclusion.promise
  }

  /** What stands in the way of its inclusion is filled meanwhile. */
  async function untilThen(inclusion: Promise<unknown>): Promise<void> {
    const ending = new AbortController()
    fillUntil(ending.signal).catch(() => undefined)
    try {
      await inclusion
    } finally {
      ending.abort()
    }
  }

  async function fillUntil(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await settings.clock.wait(settings.pace.pollEvery)
      // A node or a database that fails is asked again.
      if (await fillGaps().catch(() => false)) await delivering.adopt()
    }
  }

  async function deliver(call: SendCallParameters) {
    const act = nameAct(client, call)
    const included = inclusionOf(act)
    try {
      const { receipt } = await takeTurn(async () => {
        const hold = await waitForHold()
        try {
          await delivering.adopt()
          const receipt = delivering.deliver(call)
          await untilThen(Promise.race([included, receipt]))
          return { receipt }
        } finally {
          await hold.release()
        }
      })
      return await receipt
    } finally {
      inclusions.delete(act)
    }
  }

  return { sender: { ...delivering, deliver }, inclusionOf }
}

type Inclusion = { promise: Promise<void>; resolve: () => void }

function awaitInclusion(): Inclusion {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
