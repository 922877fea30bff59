/** Says what a chain is good for, in lines for a terminal. */
import type { CheckChainReturnType } from '../chain/checkChain.ts'
import { transactionGasCap } from '../chain/transactionGasCap.ts'
import { grouped } from './printing.ts'

export type ChainDescription = {
  lines: string[]
  /** A round can be made on it and finished. */
  isFit: boolean
}

/** Seconds. */
const oldestHead = 300

export function describeChain(chain: CheckChainReturnType): ChainDescription {
  const needs = [
    say(
      chain.hasP256,
      'P-256 signatures at 0x100 (EIP-7951)',
      'trustees cannot release their shares and passkeys cannot sign',
    ),
    say(
      chain.hasOsakaInstructions,
      'the instructions of Osaka',
      'the contracts may stop at an instruction that it does not know',
    ),
    say(
      chain.takesFullCode,
      'contracts of 24,576 bytes (EIP-170)',
      'the contracts may be too big for it',
    ),
    say(
      chain.transactionGas >= transactionGasCap,
      `transactions of ${grouped(transactionGasCap)} gas`,
      `it takes ${grouped(chain.transactionGas)}: pages have to be smaller, and big rounds do not fit`,
    ),
  ]
  const wishes = [
    say(
      chain.hasBlockHistory,
      'block hashes of 8,191 blocks (EIP-2935)',
      'the hash of the draw block has to be stored within 256 blocks, or the next fixed block counts',
    ),
    say(
      chain.headAge <= oldestHead,
      'a fresh latest block',
      `it is ${grouped(chain.headAge)} seconds old: the node may be behind`,
    ),
  ]
  return {
    lines: [
      `Chain ${chain.chainId}, ${grouped(chain.blockGasLimit)} gas a block.`,
      ...needs.map(({ line }) => line),
      ...wishes.map(({ line }) => line),
    ],
    isFit: needs.every(({ isThere }) => isThere),
  }
}

function say(isThere: boolean, what: string, otherwise: string) {
  const line = isThere ? `yes  ${what}` : `no   ${what}: ${otherwise}`
  return { isThere, line }
}
