/** Documents of many proposals: fetched in bulk, each kept only with its digest. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { Address, Hash } from 'viem'
import { mapConcurrently } from '../../../chain/mapConcurrently.ts'
import {
  type ProposalText,
  readProposalText,
} from '../documents/roundDocument.ts'
import { useConfig } from '../config/useConfig.ts'
import { relayerClient } from '../relayer/client.ts'
import { askRelayer } from '../relayer/refusal.ts'
import {
  checkDocument,
  documentQuery,
  type FetchedDocument,
} from './documents.ts'
import type { ListedProposal } from './proposals.ts'

type Listed = Pick<ListedProposal, 'ordinal' | 'digest'>
/** Without those that no relayer has. */
export type Texts = ReadonlyMap<Hash, ProposalText>
type Source = { relayers: readonly string[]; round: Address }

/** As many as a relayer answers at once. */
const atOnce = 100

/** Each text is afterwards there for `useDocument`, too. */
export function useTexts(
  round: Address,
  listed: readonly Listed[],
  { isWanted = true, onRead }: UseTextsOptions = {},
) {
  const queries = useQueryClient()
  const { relayers } = useConfig()
  const named = listed.map(({ digest }) => digest.slice(2, 10)).join('')
  return useQuery({
    queryKey: ['texts', round, relayers, named],
    queryFn: async (): Promise<Texts> => {
      const source = { relayers, round }
      for (let first = 0; first < listed.length; first += atOnce) {
        onRead?.(first)
        const chunk = listed.slice(first, first + atOnce)
        await load(queries, source, chunk)
      }
      return collect(queries, relayers, listed)
    },
    enabled: isWanted && listed.length > 0,
    staleTime: Infinity,
  })
}

export type UseTextsOptions = {
  isWanted?: boolean
  /** With how many are done. */
  onRead?: (count: number) => void
}

async function load(
  queries: QueryClient,
  source: Source,
  chunk: readonly Listed[],
): Promise<void> {
  for (const relayer of source.relayers) {
    const missing = chunk.filter(
      ({ digest }) => !cached(queries, source.relayers, digest),
    )
    if (missing.length === 0) return
    await loadFrom(relayer, queries, source, missing)
  }
}

/** A relayer that cannot answer in bulk is asked one by one. */
async function loadFrom(
  relayer: string,
  queries: QueryClient,
  source: Source,
  missing: readonly Listed[],
): Promise<void> {
  let ordinals = missing.map(({ ordinal }) => ordinal)
  try {
    while (ordinals.length > 0) {
      const { left, texts } = await askMany(relayer, source.round, ordinals)
      for (const { bytes, digest } of texts)
        keep(queries, source.relayers, digest, fromBase64(bytes))
      ordinals = left
    }
  } catch {
    await mapConcurrently(missing, ({ digest }) =>
      queries
        .query({
          ...documentQuery(source.relayers, digest),
          staleTime: 'static',
        })
        .catch(() => undefined),
    )
  }
}

async function askMany(relayer: string, round: Address, of: readonly number[]) {
  const ask = relayerClient(relayer).rounds[':round'].texts
  const request = { param: { round }, query: { of: of.join() } }
  const answer = await askRelayer(() => ask.$get(request))
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  return answer.json()
}

function keep(
  queries: QueryClient,
  relayers: readonly string[],
  digest: Hash,
  bytes: Uint8Array<ArrayBuffer>,
): void {
  const found = checkDocument(digest, bytes)
  if (!found) return
  queries.setQueryData(documentQuery(relayers, digest).queryKey, found)
}

function cached(
  queries: QueryClient,
  relayers: readonly string[],
  digest: Hash,
): FetchedDocument | undefined {
  return queries.getQueryData(documentQuery(relayers, digest).queryKey)
}

function collect(
  queries: QueryClient,
  relayers: readonly string[],
  listed: readonly Listed[],
): Texts {
  const texts = new Map<Hash, ProposalText>()
  for (const { digest } of listed) {
    const found = cached(queries, relayers, digest)
    if (found) texts.set(digest, readProposalText(found.content))
  }
  return texts
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
