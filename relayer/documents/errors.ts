/** What can be wrong with documents, and why one is not to be had. */
import type { Hash } from 'viem'
import { toCid } from '../../protocol/cid.ts'
import { BaseError } from '../../protocol/errors.ts'

export class DocumentUnknownError extends BaseError {
  override name = 'DocumentUnknownError'
  readonly cid: string

  constructor({ digest }: { digest: Hash }) {
    super(`The document ${toCid(digest)} is not here.`, {
      metaMessages: ['Whoever has it can bring it: PUT /documents/CID.'],
    })
    this.cid = toCid(digest)
  }
}

export type Tombstone = {
  digest: Hash
  deletedAt: number
  reason: string
  /** An official's address, or `operator`. */
  by: string
}

export class DocumentDeletedError extends BaseError {
  override name = 'DocumentDeletedError'
  readonly cid: string
  readonly digest: Hash
  readonly deletedAt: number
  readonly reason: string
  readonly by: string

  constructor({ by, deletedAt, digest, reason }: Tombstone) {
    super(`The document ${toCid(digest)} was deleted.`, {
      metaMessages: [reason, 'Its digest stays on chain, and tells nothing.'],
    })
    this.cid = toCid(digest)
    this.digest = digest
    this.deletedAt = deletedAt
    this.reason = reason
    this.by = by
  }
}

export class DocumentDamagedError extends BaseError {
  override name = 'DocumentDamagedError'
  readonly cid: string

  constructor({ digest }: { digest: Hash }) {
    super(`What is stored as ${toCid(digest)} has another digest.`, {
      metaMessages: [
        'It is not handed out. Bring the right one again: PUT /documents/CID.',
      ],
    })
    this.cid = toCid(digest)
  }
}

export class DigestMismatchError extends BaseError {
  override name = 'DigestMismatchError'
  readonly expected: Hash
  readonly actual: Hash

  constructor({ actual, expected }: { actual: Hash; expected: Hash }) {
    super('The document has another digest than was told.', {
      metaMessages: [`Expected sha2-256 ${expected}, found ${actual}.`],
    })
    this.expected = expected
    this.actual = actual
  }
}

export class DocumentTypeError extends BaseError {
  override name = 'DocumentTypeError'
  readonly declared: string
  readonly found: string

  constructor({ declared, found }: { declared: string; found: string }) {
    super(`The document is told to be ${declared}, and is ${found}.`, {
      metaMessages: [
        'Expected JSON, plain text, PDF, PNG, JPEG or WebP, and its true Content-Type.',
      ],
    })
    this.declared = declared
    this.found = found
  }
}

export class DocumentBareError extends BaseError {
  override name = 'DocumentBareError'
  readonly reason: string

  constructor({ reason }: { reason: string }) {
    super('The document is not one that can be taken with an act.', {
      metaMessages: [
        reason,
        'See docs/files.md; `dure document new` makes one.',
      ],
    })
    this.reason = reason
  }
}

export class DocumentMissingError extends BaseError {
  override name = 'DocumentMissingError'
  readonly digest: Hash

  constructor({ digest }: { digest: Hash }) {
    super('The act comes without its document, and it is not here.', {
      metaMessages: [`Expected the bytes with sha2-256 ${digest}.`],
    })
    this.digest = digest
  }
}

export class DocumentsFullError extends BaseError {
  override name = 'DocumentsFullError'

  constructor() {
    super('There is no room for more documents.', {
      metaMessages: [
        'What the chain does not name yet has little room, and for an hour only: send the act first, then its document.',
        'Else the operator can raise DURE_DOCUMENTS_MIB or DURE_DOCUMENTS_OF_ROUND_MIB.',
      ],
    })
  }
}
