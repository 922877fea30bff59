/** Makes a trustee's encrypted file, and says so once it was opened. */
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readNewPassphrase, readPassphrase } from '../keys/passphrase.ts'
import { createTrusteeFile } from './trusteeStore.ts'

export type InitOptions = { workFactor: number; json?: true }

export async function init(
  surroundings: Surroundings,
  file: string,
  { json, workFactor }: InitOptions,
): Promise<void> {
  const passphrase =
    ownPassphrase(surroundings) ?? (await readNewPassphrase(surroundings, file))
  await createTrusteeFile(file, passphrase, workFactor)
  const options = { rpc: '', ...(json ? { json } : {}) }
  report(
    { surroundings, options },
    {
      text: `${file} is made, and was opened once. Who loses it, or its passphrase, loses the shares.`,
      json: { file },
    },
  )
}

/** Of a file that is there. */
export async function readFilePassphrase(
  surroundings: Surroundings,
  file: string,
): Promise<string> {
  const own = ownPassphrase(surroundings)
  return own ?? (await readPassphrase(surroundings, file))
}

/** The key file of the account may have another one. */
function ownPassphrase({ env }: Surroundings): string | undefined {
  return env['DURE_TRUSTEE_PASSPHRASE'] || undefined
}
