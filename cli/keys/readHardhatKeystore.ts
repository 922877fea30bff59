/** Reads a value of Hardhat's encrypted keystore, as its configuration does. */
import { BaseError } from '../../protocol/errors.ts'

/** Asks for the keystore's password; a variable of that name goes first. */
export async function readHardhatKeystore(name: string): Promise<string> {
  // Hardhat takes a second to load.
  const { createHardhat } = await import('../embeddedChain.ts')
  const hre = await createHardhat()
  const variable = { _type: 'ConfigurationVariable', name } as const
  try {
    return await hre.hooks.runHandlerChain(
      'configurationVariables',
      'fetchValue',
      [variable],
      () => readVariable(name),
    )
  } catch (cause) {
    if (cause instanceof KeystoreError) throw cause
    throw new KeystoreError({ name, reason: reasonOf(cause), cause })
  }
}

function readVariable(name: string): Promise<string> {
  const value = process.env[name]
  if (value !== undefined) return Promise.resolve(value)
  const reason = 'It is not there, and no variable is called like this.'
  return Promise.reject(new KeystoreError({ name, reason }))
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

export class KeystoreError extends BaseError {
  override name = 'KeystoreError'

  constructor({
    name,
    reason,
    cause,
  }: {
    name: string
    reason: string
    cause?: unknown
  }) {
    super(`Hardhat’s keystore gives no ${name}.`, {
      metaMessages: [
        reason,
        `Put it there with \`npx hardhat keystore set ${name}\`.`,
      ],
      cause,
    })
  }
}
