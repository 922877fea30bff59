/** Chains by their number: names for people, and how soon a block comes. */
import { type Chain, defineChain } from 'viem'

type Network = { name: string; isLocal?: true }

const networks: Readonly<Record<number, Network>> = {
  1: { name: 'Ethereum' },
  1337: { name: 'a local chain', isLocal: true },
  31_337: { name: 'a local chain', isLocal: true },
  11_155_111: { name: 'Sepolia' },
  8453: { name: 'Base' },
  84_532: { name: 'Base Sepolia' },
  10: { name: 'OP Mainnet' },
  11_155_420: { name: 'OP Sepolia' },
}

export function isLocal(chainId: number): boolean {
  return networks[chainId]?.isLocal === true
}

/** `Sepolia (11155111)` */
export function nameOf(chainId: number): string {
  const known = networks[chainId]
  return known === undefined ? `chain ${chainId}` : `${known.name} (${chainId})`
}

export function toChain(chainId: number): Chain {
  return defineChain({
    id: chainId,
    name: nameOf(chainId),
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  })
}
