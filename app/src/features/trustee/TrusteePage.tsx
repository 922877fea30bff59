/** A trustee's page: making the keys, releasing the shares, and what is missing from whom. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { numberOf } from '../../../../chain/trustee/nextStep.ts'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useActingWallet } from '../acts/actingWallet.ts'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { ContractTrustee } from '../acts/components/ContractTrustee.tsx'
import { useRoundContext } from '../../queries/useRoundContext.ts'
import { useTrusteeView } from './api/useTrusteeView.ts'
import { Attempts } from './components/Attempts.tsx'
import { CommonSteps } from './components/CommonSteps.tsx'
import { OwnPart } from './components/OwnPart.tsx'
import { StartAttempt } from './components/StartAttempt.tsx'
import './trustee.css'

function TrusteePage() {
  const { t } = useLingui()
  const context = useRoundContext()
  const { data: view, error, refetch } = useTrusteeView(context)
  const account = useActingWallet()?.address
  const own = account && view ? numberOf({ account, view }) : 0
  const { round, rules } = context
  const { threshold } = rules
  const count = view?.generation.attempt.trustees.length ?? 0
  return (
    <Page title={t`열쇠지기`} back={<BackToOffice round={round} />} isText>
      <BringNamed round={round} />
      {view ? (
        <>
          <p className="lead">
            <Plural
              value={count}
              other={`열쇠지기 #곳 중 ${threshold}곳이 모여야 심사표가 열립니다.`}
            />
          </p>
          {count === 1 && (
            <Notice kind="warn">
              <p>
                <Trans>
                  한 곳이 열쇠를 가져 마감 전에도 열어 볼 수 있습니다.
                </Trans>
              </p>
            </Notice>
          )}
          {view.generation.attempt.trustees.map((trustee) => (
            <ContractTrustee key={trustee} address={trustee} />
          ))}
          <OwnPart context={context} view={view} />
          <section className="stack" aria-labelledby="together">
            <h2 id="together">
              <Trans>모두 함께 하는 일</Trans>
            </h2>
            <CommonSteps view={view} own={own} />
          </section>
          <Attempts context={context} view={view} own={own} />
          <StartAttempt view={view} />
        </>
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

export default TrusteePage
