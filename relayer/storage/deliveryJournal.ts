/** The journal of transactions under way, in the database. */
import type { Kysely } from 'kysely'
import type { Address, Hash, Hex } from 'viem'
import {
  type Delivery,
  inTurn,
  type Journal,
} from '../../chain/delivery/journal.ts'
import type { DeliveryTable, Tables } from './schema.ts'

export function deliveryJournal(db: Kysely<Tables>): Journal {
  return {
    async load() {
      const rows = await db.selectFrom('deliveries').selectAll().execute()
      return rows.map(toDelivery)
    },
    async save(delivery) {
      const row = toRow(delivery)
      await db
        .insertInto('deliveries')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['chain_id', 'sender', 'nonce']).doUpdateSet(row),
        )
        .execute()
    },
    async remove({ chainId, from, nonce }) {
      await db
        .deleteFrom('deliveries')
        .where('chain_id', '=', chainId)
        .where('sender', '=', from)
        .where('nonce', '=', nonce)
        .execute()
    },
    exclusively: inTurn(),
  }
}

function toRow(delivery: Delivery): DeliveryTable {
  return {
    chain_id: delivery.chainId,
    sender: delivery.from,
    nonce: delivery.nonce,
    act: delivery.act,
    function_name: delivery.functionName,
    transactions: JSON.stringify(delivery.transactions),
  }
}

function toDelivery(row: DeliveryTable): Delivery {
  return {
    act: row.act as Hash,
    functionName: row.function_name,
    chainId: row.chain_id,
    from: row.sender as Address,
    nonce: row.nonce,
    transactions: JSON.parse(row.transactions) as Hex[],
  }
}
