/** A file of a proposal: fetched on request, handed on only with its digest. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useMemo, useState } from 'react'
import type { Hash } from 'viem'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useDocument } from '../../../queries/documents.ts'

const pictures = ['image/png', 'image/jpeg', 'image/webp']
/** Anything else is only saved, as bytes of no kind. */
const known = [...pictures, 'application/pdf', 'text/plain']

export type AttachmentProps = { digest: Hash; type: string; name: string }

export function Attachment({ digest, name, type }: AttachmentProps) {
  const [isWanted, setIsWanted] = useState(false)
  const { data, error, refetch } = useDocument(isWanted ? digest : undefined)
  const address = useBlob(data?.bytes, type)
  if (error)
    return <DocumentFailure error={error} onRetry={() => void refetch()} />
  if (!isWanted)
    return (
      <button
        className="button"
        type="button"
        onClick={() => {
          setIsWanted(true)
        }}
      >
        <Trans>첨부 열기: {name}</Trans>
      </button>
    )
  if (address === undefined) return <Loading />
  return (
    <figure className="stack stack--tight">
      {pictures.includes(type) && (
        <img className="picture" src={address} alt={name} />
      )}
      <figcaption>
        <a className="button" href={address} download={name}>
          <Trans>저장: {name}</Trans>
        </a>
      </figcaption>
    </figure>
  )
}

function useBlob(bytes: Uint8Array<ArrayBuffer> | undefined, type: string) {
  const address = useMemo(() => {
    if (!bytes) return undefined
    const safe = known.includes(type) ? type : 'application/octet-stream'
    return URL.createObjectURL(new Blob([bytes], { type: safe }))
  }, [bytes, type])
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}
