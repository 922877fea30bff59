/** Prints what the peers cost: `npx hardhat run bench/peers/print.ts`. */
import { network } from 'hardhat'
import { measureGovernor } from './governor.ts'
import { measureSemaphore } from './semaphore.ts'

console.table([
  ...(await measureGovernor(await network.create())),
  ...(await measureSemaphore(await network.create())),
])
