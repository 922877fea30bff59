/** A trustee's file while the page is open: in memory alone, never stored by the browser. */
import type { TrusteeFile } from '../../../../../chain/trustee/trusteeFile.ts'

export type OpenedFile = {
  /** What it is called on the disk. */
  name: string
  passphrase: string
  content: TrusteeFile
  /** As it was read or made: locked. */
  armored: string
  /** Secrets in it are on no disk that was read back: nothing may be sent for them. */
  isUnsaved: boolean
}

/** Names the round, and nothing that is secret. */
export function fileNameOf(round: string, number: number): string {
  return `dure-trustee-${round.slice(2, 10).toLowerCase()}-${number}.age`
}
