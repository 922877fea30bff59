/** Reads `config.json`, and says what is wrong with it. */
import * as v from 'valibot'
import { BaseError } from '../../../protocol/errors.ts'
import { type Config, configSchema } from './config.ts'
import { readPlace } from './place.ts'

/** The chain whose keys are known to everybody. */
const localChain = 31_337

export async function readConfig(): Promise<Config> {
  const parsed = v.safeParse(configSchema, await fetchJson())
  if (!parsed.success) {
    const lines = parsed.issues.map(
      (issue) => `${v.getDotPath(issue) ?? 'config.json'}: ${issue.message}`,
    )
    throw new ConfigInvalidError({ lines })
  }
  const { demo, ...config } = { ...parsed.output, ...readPlace() }
  // Known keys on a chain with value would be a trap.
  const isLocal = config.chainId === localChain
  return demo && isLocal ? { ...config, demo } : config
}

declare global {
  // TypeScript asks for an interface to merge with.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    /** Asked for by public/display.js. */
    dureConfig?: Promise<Response>
  }
}

async function fetchJson(): Promise<unknown> {
  try {
    const answer = await (window.dureConfig ??
      fetch('./config.json', { cache: 'no-cache' }))
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    return await answer.json()
  } catch (cause) {
    throw new ConfigMissingError({ cause })
  }
}

export class ConfigMissingError extends BaseError {
  override name = 'ConfigMissingError'

  constructor({ cause }: { cause: unknown }) {
    super('config.json beside this page cannot be read.', {
      metaMessages: ['docs/operating.md tells what stands in it.'],
      cause,
    })
  }
}

export class ConfigInvalidError extends BaseError {
  override name = 'ConfigInvalidError'

  constructor({ lines }: { lines: readonly string[] }) {
    super('config.json beside this page is wrong.', {
      metaMessages: [...lines, 'docs/operating.md tells what stands in it.'],
    })
  }
}
