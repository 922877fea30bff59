/** What the page asks of the worker that locks and opens a trustee's file. */
export type CipherRequest = {
  kind: 'lock' | 'open'
  /** Plain to lock, an armored age file to open. */
  text: string
  passphrase: string
}

export type CipherProblem = 'passphrase' | 'notEncrypted' | 'other'

export type CipherAnswer =
  { text: string } | { problem: CipherProblem; message: string }
