/** How contracts are compiled, tested and run on a simulated chain. */
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import mochaEthersToolbox from '@nomicfoundation/hardhat-toolbox-mocha-ethers'
import { configVariable, defineConfig } from 'hardhat/config'
import { mochaTestFilesOnly } from './scripts/hardhat/mochaTestFilesOnly.ts'
import { warningsAreErrors } from './scripts/hardhat/warningsAreErrors.ts'

/** Mainnet's rules since Fusaka; the 16,777,216 gas cap comes with `osaka`. */
const simulatedMainnet = {
  type: 'edr-simulated',
  chainType: 'l1',
  hardfork: 'osaka',
  blockGasLimit: 60_000_000,
} as const

const compiler = {
  version: '0.8.37',
  // It comes from npm: nothing is downloaded while building.
  path: createRequire(import.meta.url).resolve('solc/soljson.js'),
  settings: {
    optimizer: { enabled: true, runs: 1_000_000 },
    viaIR: true,
    evmVersion: 'osaka',
  },
}

/** The IR makes Semaphore dearer, and its hash library too big for a chain. */
const withoutIr = {
  ...compiler,
  settings: { ...compiler.settings, viaIR: false },
}

/** A public chain: its URL and the deployer's key come from the keystore or the environment. */
function publicChain(name: string, chainId: number, chainType: 'l1' | 'op') {
  return {
    type: 'http' as const,
    chainType,
    chainId,
    url: configVariable(`DURE_RPC_URL_${name}`),
    accounts: [configVariable(`DURE_KEY_${name}`)],
  }
}

export default defineConfig({
  plugins: [mochaEthersToolbox, warningsAreErrors],
  tasks: [mochaTestFilesOnly],
  solidity: {
    compilers: [compiler],
    overrides: {
      'contracts/mocks/peers/PeerSemaphore.sol': withoutIr,
      'contracts/mocks/peers/PeerSemaphoreVerifier.sol': withoutIr,
    },
    npmFilesToBuild: [
      // The verifiers that rules may list: OpenZeppelin's, unchanged.
      ...['P256', 'WebAuthn'].map(
        (kind) =>
          `@openzeppelin/contracts/utils/cryptography/verifiers/ERC7913${kind}Verifier.sol`,
      ),
      // The runner of the Solidity tests links every artifact, Semaphore's too.
      'poseidon-solidity/PoseidonT3.sol',
    ],
  },
  networks: {
    default: simulatedMainnet,
    node: simulatedMainnet,
    sepolia: publicChain('SEPOLIA', 11_155_111, 'l1'),
    baseSepolia: publicChain('BASE_SEPOLIA', 84_532, 'op'),
    optimismSepolia: publicChain('OPTIMISM_SEPOLIA', 11_155_420, 'op'),
    // A node on this machine, which holds the keys of its accounts.
    local: {
      type: 'http',
      url: process.env['DURE_RPC_URL_LOCAL'] ?? 'http://127.0.0.1:8545',
    },
  },
  verify: {
    etherscan: { apiKey: configVariable('DURE_ETHERSCAN_API_KEY') },
    blockscout: { enabled: true },
    sourcify: { enabled: true },
  },
  paths: {
    tests: { solidity: 'test/contracts', mocha: 'test' },
  },
  typechain: { outDir: 'types', tsNocheck: true },
  test: {
    // Files side by side; with a single one at a time half a machine idles.
    mocha: {
      timeout: 60_000,
      forbidOnly: true,
      parallel: true,
      jobs: Math.min(4, Math.max(2, availableParallelism())),
      require: [
        path.join(import.meta.dirname, 'scripts/hardhat/testWorker.ts'),
      ],
    },
    solidity: {
      fuzz: { runs: 256 },
      invariant: { runs: 64, depth: 64, failOnRevert: true },
      fsPermissions: { readDirectory: ['test/vectors'] },
    },
  },
})
