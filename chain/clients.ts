/** What the actions ask of a viem client: any transport, any chain. */
import type { Account, Chain, Client, Transport } from 'viem'
import type { SendCallParameters, SendCallReturnType } from './sendCall.ts'

export type ReadClient = Client

/** A client with the account that sends. */
export type WriteClient = Client<Transport, Chain | undefined, Account> & {
  /** Sends so that nothing is lost or sent twice: see `withDelivery`. */
  readonly deliver?: (call: SendCallParameters) => Promise<SendCallReturnType>
}
