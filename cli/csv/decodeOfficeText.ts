/** Text of a file from any office, in Node. */
import iconv from 'iconv-lite'
import { decodeText, type DecodedText } from '../../protocol/csv/decodeText.ts'

export function decodeOfficeText(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, (coded) => iconv.decode(coded, 'cp949'))
}
