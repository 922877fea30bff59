/** Has the key of a seat sign: by a prompt of the phone, of a wallet, or by itself. */
import type { TypedDataDefinition } from 'viem'
import type { Signature } from '../../../protocol/signer.ts'
import type { Config } from '../config/config.ts'
import { WalletAccountError, WalletMissingError } from './errors.ts'
import type { HeldKey } from './heldKeys.ts'
import type { FoundWallet } from './wallets.ts'

export type ToSign = { digest: Uint8Array; typedData: TypedDataDefinition }

export type SignWithKeyParameters = {
  config: Config
  /** Of a wallet's key: the wallet that the person chose. */
  wallet?: FoundWallet | undefined
}

export async function signWithKey(
  key: HeldKey,
  { digest, typedData }: ToSign,
  { config, wallet }: SignWithKeyParameters,
): Promise<Signature> {
  switch (key.kind) {
    case 'passkey': {
      const { signWithPasskey } = await import('./passkeys.ts')
      return signWithPasskey(key, digest)
    }
    case 'wallet': {
      if (!wallet) throw new WalletMissingError()
      const { connectWallet } = await import('./walletConnection.ts')
      const connection = await connectWallet(wallet, config)
      const { address: actual } = connection
      const expected = key.key
      if (actual !== expected.toLowerCase())
        throw new WalletAccountError({ expected, actual })
      return connection.sign(typedData, digest)
    }
    case 'demo': {
      const { signAsDemo } = await import('./demoKey.ts')
      return signAsDemo(key.secret, digest)
    }
  }
}
