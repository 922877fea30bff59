/** A reviewer who needs no relayer: casts directly, and pays from the own wallet. */
import { bytesToHex, createClient, type Hex, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { writeRound } from '../../../chain/writeRound.ts'
import { hardhat } from '../../../cli/embeddedChain.ts'
import { deriveSecret } from '../../../cli/rehearse/accountKey.ts'
import { askNode } from './askNode.ts'
import type { ReviewStage } from './openReview.ts'

/** Throws the round's refusal. */
export async function castSelf(
  { round, seed, url }: Pick<ReviewStage, 'round' | 'seed' | 'url'>,
  reviewer: number,
  ballot: Hex,
): Promise<void> {
  const secret = deriveSecret(seed, 'reviewer', reviewer)
  const account = privateKeyToAccount(bytesToHex(secret))
  const balance = `0x${parseEther('1').toString(16)}`
  await askNode(url, 'hardhat_setBalance', account.address, balance)
  const wallet = createClient({
    ...{ account, chain: hardhat, pollingInterval: 50 },
    transport: http(url),
  })
  await writeRound(wallet, {
    ...{ round, functionName: 'castBallot', args: [ballot] },
  })
}
