/** One seat: of which round, what to do next, and until when. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import {
  readRoundText,
  say,
  spokenIn,
} from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { type HeldKey, holdKey } from '../../../keys/heldKeys.ts'
import { useDocument } from '../../../queries/documents.ts'
import { useRoundOf } from '../../../queries/round.ts'
import { useRegistrarWord } from '../api/useRegistrarWord.ts'
import { NextStep } from './NextStep.tsx'

export function Task({ heldKey }: { heldKey: HeldKey }) {
  const language = useLanguage()
  const { reviewer, round } = heldKey
  const standing = useRoundOf(round)
  const document = useDocument(standing.data?.rules.document)
  const { name } = readRoundText(document.data?.content ?? null)
  return (
    <article className="card stack stack--tight">
      <h2 lang={spokenIn(name, language)}>
        {say(name, language) || <code>{round}</code>}
      </h2>
      <p>
        <Trans>심사자 {reviewer}번</Trans> · <KindOfKey kind={heldKey.kind} />
      </p>
      {standing.isPending && <Loading />}
      {standing.error && (
        <Failure
          error={standing.error}
          onRetry={() => void standing.refetch()}
        />
      )}
      {standing.data && (
        <>
          <NextStep heldKey={heldKey} round={standing.data} />
          <Word heldKey={heldKey} />
          <p>
            <Link
              className="button"
              to="/r/$round/review"
              params={{ round }}
              onClick={() => {
                holdKey(heldKey)
              }}
            >
              <Trans>내 심사 열기</Trans>
            </Link>
          </p>
        </>
      )}
    </article>
  )
}

function KindOfKey({ kind }: Pick<HeldKey, 'kind'>) {
  switch (kind) {
    case 'passkey':
      return <Trans>지문·얼굴 열쇠</Trans>
    case 'wallet':
      return <Trans>지갑 열쇠</Trans>
    case 'demo':
      return <Trans>견본 열쇠</Trans>
  }
}

/** The registrar's signature over this very key: proof, should it be exchanged. */
function Word({ heldKey }: { heldKey: HeldKey }) {
  const standing = useRoundOf(heldKey.round)
  const word = useRegistrarWord(heldKey, standing.data)
  if (word.data === true)
    return (
      <p>
        <Trans>
          ✓ 담당자가 이 열쇠를 등록했다고 서명했습니다. 서명은 이 기기에
          있습니다.
        </Trans>
      </p>
    )
  if (word.data === false)
    return (
      <p className="notice notice--danger">
        <Trans>
          이 자리에는 다른 열쇠가 등록되어 있습니다. 담당자에게 알려 주세요.
        </Trans>
      </p>
    )
  if (word.data === null && standing.data?.phase === 'roll')
    return (
      <p className="quiet">
        <Trans>담당자의 확인 서명은 아직 없습니다.</Trans>
      </p>
    )
  return null
}
