/** Text of a file from any office: UTF-8 with or without BOM, or CP949. */

export type DecodedText = { text: string; encoding: 'UTF-8' | 'CP949' }

/**
 * Hardly a text in CP949 is valid UTF-8 by chance. `decodeCp949`: browsers have it
 * as `euc-kr`; that of Node lacks the letters that Windows added.
 */
export function decodeText(
  bytes: Uint8Array,
  decodeCp949: (bytes: Uint8Array) => string,
): DecodedText {
  try {
    // The BOM is taken off by the decoder.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'UTF-8' }
  } catch {
    return { text: decodeCp949(bytes), encoding: 'CP949' }
  }
}
