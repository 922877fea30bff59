/** The text of a file that somebody chose, in either of the encodings of offices. */
import {
  decodeText,
  type DecodedText,
} from '../../../../../protocol/csv/decodeText.ts'

export async function readOfficeFile(file: File): Promise<DecodedText> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Browsers decode all of CP949 by this name.
  return decodeText(bytes, (coded) => new TextDecoder('euc-kr').decode(coded))
}
