/** Objections to the ranking: their texts, the answers, until when, and objecting oneself. */
import { useLingui } from '@lingui/react/macro'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useRound } from '../../queries/round.ts'
import { useResult } from './api/useStanding.ts'
import { ObjectionList } from './components/ObjectionList.tsx'
import { ObjectionWindow } from './components/ObjectionWindow.tsx'
import { OwnObjection } from './components/OwnObjection.tsx'
import './results.css'

function ObjectionsPage() {
  const { t } = useLingui()
  const { round } = useRound()
  const { data, error, refetch } = useResult()
  return (
    <Page title={t`이의와 답변`} back={<BackToRound round={round} />} isText>
      {data ? (
        <>
          <ObjectionWindow ranking={data.ranking} />
          <OwnObjection objections={data.objections} />
          {data.ranking && <ObjectionList result={data} level={2} />}
        </>
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

export default ObjectionsPage
