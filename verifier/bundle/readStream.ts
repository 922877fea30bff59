/** All bytes of a stream, up to a bound. */
import { BaseError } from '../../protocol/errors.ts'

export async function readStream(
  stream: ReadableStream<Uint8Array>,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  // Not `for await`: Safari's streams do not know it.
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > most) {
      await reader.cancel()
      throw new TooManyBytesError({ most })
    }
    parts.push(next.value)
  }
  return joinBytes(parts, length)
}

function joinBytes(
  parts: readonly Uint8Array[],
  length: number,
): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(length)
  let start = 0
  for (const part of parts) {
    joined.set(part, start)
    start += part.length
  }
  return joined
}

export class TooManyBytesError extends BaseError {
  override name = 'TooManyBytesError'

  constructor({ most }: { most: number }) {
    super(`There are more than ${most} bytes.`, {
      metaMessages: ['Expected fewer: this may be a trap.'],
    })
  }
}
