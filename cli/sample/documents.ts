/** The sample's published documents: their bytes, digests and contents. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Hash, sha256 } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export type Bilingual = { ko: string; en: string }

export type ProposalDocument = {
  digest: Hash
  community: Bilingual
  title: Bilingual
  category: number
  ask: bigint
}

export type ScreeningDocument = { digest: Hash; isAccepted: boolean }

export type RoundDocument = {
  digest: Hash
  name: Bilingual
  criteria: readonly { weight: number; name: Bilingual }[]
}

type Fields = Readonly<Record<string, unknown>>

/** From the repository's root, as people are told. */
export const documentsFolder = 'sample/documents'

const folder = path.join(import.meta.dirname, '../..', documentsFolder)

export function readProposal(name: string): ProposalDocument {
  const { digest, fields } = readDocument(name)
  return {
    digest,
    community: toBilingual(name, fields['community']),
    title: toBilingual(name, fields['title']),
    category: toNumber(name, fields['category']),
    ask: BigInt(toNumber(name, fields['ask'])),
  }
}

export function readScreening(name: string): ScreeningDocument {
  const { digest, fields } = readDocument(name)
  return { digest, isAccepted: fields['decision'] === 'accepted' }
}

export function readRoundDocument(): RoundDocument {
  const name = 'round'
  const { digest, fields } = readDocument(name)
  const criteria = fields['criteria']
  if (!Array.isArray(criteria)) throw new DocumentError({ name })
  return {
    digest,
    name: toBilingual(name, fields['name']),
    criteria: criteria.map((criterion) => {
      const { weight, name: words } = toFields(name, criterion)
      return {
        weight: toNumber(name, weight),
        name: toBilingual(name, words),
      }
    }),
  }
}

/** The digest on chain is the sha2-256 of the file as it is. */
export function readDocument(name: string): { digest: Hash; fields: Fields } {
  const bytes = readFileSync(path.join(folder, `${name}.json`))
  const content: unknown = JSON.parse(bytes.toString('utf8'))
  return { digest: sha256(bytes), fields: toFields(name, content) }
}

/** Everything that people of the sample published. */
export function readAllDocuments(): {
  digest: Hash
  bytes: Uint8Array<ArrayBuffer>
}[] {
  return readdirSync(folder).map((name) => {
    const bytes = Uint8Array.from(readFileSync(path.join(folder, name)))
    return { digest: sha256(bytes), bytes }
  })
}

function toFields(name: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null) return value as Fields
  throw new DocumentError({ name })
}

function toBilingual(name: string, value: unknown): Bilingual {
  const { ko, en } = toFields(name, value)
  if (typeof ko === 'string' && typeof en === 'string') return { ko, en }
  throw new DocumentError({ name })
}

function toNumber(name: string, value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number
  throw new DocumentError({ name })
}

export class DocumentError extends BaseError {
  override name = 'DocumentError'

  constructor({ name }: { name: string }) {
    super(`${documentsFolder}/${name}.json is not as it was.`, {
      metaMessages: ['Expected the fields of the committed file.'],
    })
  }
}
