/** A client that sends by this wallet, and tells a refusal before the wallet asks. */
import type { ReadClient, WriteClient } from '../../../../chain/clients.ts'
import type { Config } from '../../config/config.ts'
import { connectWallet } from '../../keys/walletConnection.ts'
import type { FoundWallet } from '../../keys/wallets.ts'
import { deliverByWallet } from './deliverByWallet.ts'

export async function writeByWallet(
  node: ReadClient,
  wallet: FoundWallet,
  config: Config,
): Promise<WriteClient> {
  const connection = await connectWallet(wallet, config)
  return deliverByWallet(node, await connection.client(), config.chainId)
}
