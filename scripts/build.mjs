/** `npm run build`: the contracts, their ABIs and types, whatever Node the user has. */
import { build, ensureDependencies } from './ensure.mjs'

try {
  await ensureDependencies()
  await build()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
