/** Where a signed act stands, and every other way to bring it to the ledger. */
import { Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Loading } from '../../../components/Loading.tsx'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { actStandingQuery } from '../../../signed/actStanding.ts'
import { forgetAct, type KeptAct } from '../../../signed/keptActs.ts'
import { BringTexts } from './BringTexts.tsx'
import { OtherWays } from './OtherWays.tsx'

export type SignedActStateProps = {
  act: KeptAct
  /** What is shown once it is recorded. */
  recorded: ReactNode
}

export function SignedActState({ act, recorded }: SignedActStateProps) {
  const { fromBlock } = useRound()
  const query = actStandingQuery(useNode(), act, fromBlock)
  const { data, isPending } = useQuery(query)
  useAskAgainOnce(data?.state === 'recorded')
  if (isPending) return <Loading />
  switch (data?.state) {
    case 'recorded':
      return (
        <div className="stack" role="status">
          {recorded}
          {act.document !== null && !act.isBrought && <BringTexts act={act} />}
        </div>
      )
    case 'replaced':
      return <Replaced act={act} />
    case 'refused':
      return <Refused act={act} words={data.told.message} />
    case 'waiting':
    case undefined:
      return act.taken ? (
        <Waiting act={act} />
      ) : (
        <OtherWays act={act} isUnsent />
      )
  }
}

/** What is listed elsewhere has changed by it. */
function useAskAgainOnce(isRecorded: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isRecorded) return
    for (const kind of ['proposals', 'result', 'round', 'proposalHistory'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }, [isRecorded, queries])
}

function Waiting({ act }: { act: KeptAct }) {
  return (
    <div className="stack stack--tight">
      <p className="strong" role="status">
        <Trans>접수됨. 공개 장부에 기록되기를 기다립니다.</Trans>
      </p>
      <p>
        <Trans>창을 닫아도 됩니다. 다시 열면 여기에서 이어집니다.</Trans>
      </p>
      <details>
        <summary>
          <Trans>오래 걸리면 다른 방법으로 보내기</Trans>
        </summary>
        <OtherWays act={act} />
      </details>
    </div>
  )
}

function Replaced({ act }: { act: KeptAct }) {
  return (
    <div className="notice stack stack--tight">
      <p>
        <Trans>같은 열쇠로 한 다른 일이 이것 대신 기록되어 있습니다.</Trans>
      </p>
      <Forget act={act} />
    </div>
  )
}

type RefusedProps = {
  act: KeptAct
  words: Record<'ko' | 'en', string> | null
}

function Refused({ act, words }: RefusedProps) {
  const language = useLanguage()
  return (
    <div className="notice notice--danger stack stack--tight" role="alert">
      <p className="strong">
        <Trans>공개 장부가 받지 않았습니다.</Trans>
      </p>
      {words && <p>{words[language]}</p>}
      <Forget act={act} />
    </div>
  )
}

function Forget({ act }: { act: KeptAct }) {
  return (
    <p>
      <button
        className="button button--quiet"
        type="button"
        onClick={() => {
          forgetAct(act)
        }}
      >
        <Trans>이 줄 치우기</Trans>
      </button>
    </p>
  )
}
