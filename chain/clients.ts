/** What the actions ask of a viem client: any transport, any chain. */
import type { Account, Chain, Client, Transport } from 'viem'

export type ReadClient = Client

/** A client with the account that sends. */
export type WriteClient = Client<Transport, Chain | undefined, Account>
