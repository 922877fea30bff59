/** Locks and opens a trustee's file beside the page: a passphrase takes seconds of work. */
import {
  decryptText,
  encryptText,
  NotEncryptedError,
  PassphraseError,
} from '../../../../../chain/trustee/encryptText.ts'
import type { CipherAnswer, CipherProblem, CipherRequest } from './messages.ts'

addEventListener('message', ({ data }: MessageEvent<CipherRequest>) => {
  const { kind, passphrase, text } = data
  const work = kind === 'lock' ? encryptText : decryptText
  void work(text, passphrase).then(
    (done) => {
      answer({ text: done })
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      answer({ problem: problemOf(error), message })
    },
  )
})

function problemOf(error: unknown): CipherProblem {
  if (error instanceof PassphraseError) return 'passphrase'
  return error instanceof NotEncryptedError ? 'notEncrypted' : 'other'
}

function answer(message: CipherAnswer): void {
  postMessage(message)
}
