/** A promise that is due and was not kept, signed by one of the people. */
import { privateKeyToAccount } from 'viem/accounts'
import type {
  Receipt,
  SignedReceipt,
} from '../../../protocol/receipt/receipt.ts'
import { signReceipt } from '../../../protocol/receipt/signReceipt.ts'
import { type CommandChain, keyOf } from './commandChain.ts'

export async function signedReceipt(
  served: CommandChain,
  name: string,
  change: Pick<Receipt, 'round'> & Partial<Receipt>,
): Promise<SignedReceipt> {
  const { receipts } = served.chain
  const account = privateKeyToAccount(keyOf(name))
  return signReceipt(
    account,
    { chainId: 31_337, receipts },
    {
      reviewer: 1,
      version: 1,
      ballot: `0x${'ba'.repeat(32)}`,
      includeBy: (await served.time()) - 1,
      ...change,
    },
  )
}
