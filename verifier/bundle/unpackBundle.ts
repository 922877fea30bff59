/** Reads an audit bundle, and refuses whatever is none. */
import { BaseError } from '../../protocol/errors.ts'
import { base64 } from './base64.ts'
import { bundleFormat, bundleVersion, mostBundleBytes } from './bundleFormat.ts'
import type { Bundle } from './packBundle.ts'
import { readStream, TooManyBytesError } from './readStream.ts'
import { recordShape } from './recordShape.ts'
import { byHash, fields, type Shape } from './shapes.ts'

export type UnpackBundleOptions = {
  /** Bytes that it may unpack to. */
  most?: number
}

/** Its shape is checked, its content is not: that is what findings are for. */
export async function unpackBundle(
  file: Uint8Array<ArrayBuffer>,
  { most = mostBundleBytes }: UnpackBundleOptions = {},
): Promise<Bundle> {
  const json = parseJson(await decompress(file, most))
  requireFormat(json)
  return bundleShape(json, 'bundle')
}

const any: Shape<unknown> = (json) => json

const bundleShape: Shape<Bundle> = (json, at) => {
  const { record, documents } = fields({
    format: any,
    version: any,
    record: recordShape,
    documents: byHash(base64),
  })(json, at)
  return { record, documents }
}

async function decompress(
  file: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array> {
  const packed = new Blob([file]).stream()
  try {
    const unpacked = packed.pipeThrough(new DecompressionStream('gzip'))
    return await readStream(unpacked, most)
  } catch (cause) {
    if (cause instanceof TooManyBytesError) throw cause
    throw new BundleDamagedError({
      expected: 'a whole file that gzip can unpack',
      cause,
    })
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new BundleDamagedError({ expected: 'JSON in UTF-8 inside', cause })
  }
}

function requireFormat(json: unknown): void {
  const given = typeof json === 'object' && json !== null ? json : {}
  const { format, version } = given as { format?: unknown; version?: unknown }
  if (format !== bundleFormat) throw new NoBundleError({ format })
  if (version !== bundleVersion) throw new BundleVersionError({ version })
}

export class BundleDamagedError extends BaseError {
  override name = 'BundleDamagedError'

  constructor({ expected, cause }: { expected: string; cause: unknown }) {
    super('This is no audit bundle, or a damaged one.', {
      metaMessages: [
        `Expected ${expected}.`,
        cause instanceof Error ? `Reason: ${cause.message}.` : '',
        'Get the file again, or make it anew from a node.',
      ].filter((line) => line !== ''),
      cause,
    })
  }
}

export class NoBundleError extends BaseError {
  override name = 'NoBundleError'

  constructor({ format }: { format: unknown }) {
    super('This file is no audit bundle.', {
      metaMessages: [
        `Expected the format ${bundleFormat}, and found ${format === undefined ? 'none' : JSON.stringify(format)}.`,
      ],
    })
  }
}

export class BundleVersionError extends BaseError {
  override name = 'BundleVersionError'

  constructor({ version }: { version: unknown }) {
    super(`This is an audit bundle of version ${JSON.stringify(version)}.`, {
      metaMessages: [
        `Expected version ${bundleVersion}.`,
        'Use the verifier of the release that made it, or read the round anew.',
      ],
    })
  }
}
