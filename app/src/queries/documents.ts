/** Published documents: fetched from any relayer, shown only with the digest of the chain. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Hash, sha256 } from 'viem'
import { toCid } from '../../../protocol/cid.ts'
import { BaseError } from '../../../protocol/errors.ts'
import { useConfig } from '../config/useConfig.ts'
import { patientFetch } from '../relayer/patientFetch.ts'

export type DocumentContent = Readonly<Record<string, unknown>>

/** `content` is null where it is no JSON object. */
export type FetchedDocument = {
  digest: Hash
  bytes: Uint8Array<ArrayBuffer>
  content: DocumentContent | null
}

/** Milliseconds after which one that nobody had is asked for again. */
const missingPatience = 10_000

export function documentQuery(relayers: readonly string[], digest: Hash) {
  return queryOptions({
    queryKey: ['document', digest, relayers],
    queryFn: () => fetchDocument(relayers, digest),
    // Bytes of a digest never change.
    staleTime: Infinity,
    // A relayer hands it out only once it has seen that the chain names it.
    refetchInterval: ({ state }) =>
      state.error instanceof DocumentNotShownError &&
      state.error.problem === 'missing'
        ? missingPatience
        : false,
    retry: (count, error) =>
      count < 1 &&
      error instanceof DocumentNotShownError &&
      error.problem === 'unreachable',
  })
}

export function useDocument(digest: Hash | undefined) {
  const { relayers } = useConfig()
  const query = documentQuery(relayers, digest ?? '0x')
  return useQuery({ ...query, enabled: digest !== undefined })
}

async function fetchDocument(
  relayers: readonly string[],
  digest: Hash,
): Promise<FetchedDocument> {
  const problems: DocumentProblem[] = []
  for (const relayer of relayers) {
    const found = await fetchFrom(relayer, digest)
    if (typeof found !== 'string') return found
    problems.push(found)
  }
  const worst = order.find((problem) => problems.includes(problem))
  throw new DocumentNotShownError({ digest, problem: worst ?? 'missing' })
}

/**
 * - `wrong`: bytes came that are not those registered.
 * - `deleted`: a tombstone stands in its place.
 */
export type DocumentProblem = 'wrong' | 'deleted' | 'missing' | 'unreachable'
const order = ['wrong', 'deleted', 'missing', 'unreachable'] as const

async function fetchFrom(
  relayer: string,
  digest: Hash,
): Promise<FetchedDocument | DocumentProblem> {
  let answer: Response
  let bytes: Uint8Array<ArrayBuffer>
  try {
    answer = await patientFetch(`${relayer}/documents/${toCid(digest)}`)
    bytes = new Uint8Array(await answer.arrayBuffer())
  } catch {
    return 'unreachable'
  }
  if (answer.status === 410) return 'deleted'
  if (!answer.ok) return answer.status === 500 ? 'wrong' : 'missing'
  return checkDocument(digest, bytes) ?? 'wrong'
}

/** Undefined if these are not the bytes of the digest. */
export function checkDocument(
  digest: Hash,
  bytes: Uint8Array<ArrayBuffer>,
): FetchedDocument | undefined {
  if (sha256(bytes) !== digest) return undefined
  return { digest, bytes, content: parse(bytes) }
}

function parse(bytes: Uint8Array): DocumentContent | null {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isObject = typeof content === 'object' && content !== null
    return isObject ? (content as DocumentContent) : null
  } catch {
    return null
  }
}

export class DocumentNotShownError extends BaseError {
  override name = 'DocumentNotShownError'
  readonly digest: Hash
  readonly problem: DocumentProblem

  constructor({ digest, problem }: { digest: Hash; problem: DocumentProblem }) {
    super(`The document ${digest} is not shown: ${problem}.`)
    this.digest = digest
    this.problem = problem
  }
}
