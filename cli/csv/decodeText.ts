/** Text of a file from any office: UTF-8 with or without BOM, or CP949. */
import iconv from 'iconv-lite'

export type DecodedText = { text: string; encoding: 'UTF-8' | 'CP949' }

/** Hardly a text in CP949 is valid UTF-8 by chance. */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    // The BOM is taken off by the decoder.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'UTF-8' }
  } catch {
    return { text: iconv.decode(bytes, 'cp949'), encoding: 'CP949' }
  }
}
