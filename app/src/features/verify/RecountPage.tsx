/** One button counts the whole round again, from the public ledger or a bundle. */
import { Trans, useLingui } from '@lingui/react/macro'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Proof } from '../../components/Proof.tsx'
import { useRound } from '../../queries/round.ts'
import { useRecount } from './api/useRecount.ts'
import { Findings } from './components/Findings.tsx'
import { RecountProgress } from './components/RecountProgress.tsx'
import { SourceForm } from './components/SourceForm.tsx'
import './verify.css'

function RecountPage() {
  const { t } = useLingui()
  const { round } = useRound()
  const { start, state, stop } = useRecount()
  return (
    <Page title={t`다시 세어 보기`} back={<BackToRound round={round} />}>
      <div className="stack text no-print">
        <p className="lead">
          <Trans>공개 장부만으로 처음부터 다시 셉니다.</Trans>
        </p>
        <p>
          <Trans>
            우리 서버 없이 이 기기가 공개 장부를 읽어, 서명과 봉인을 확인하고
            심사표를 다시 세고 순위를 다시 매깁니다. 읽기만 하므로 돈이 들지
            않고 아무것도 바뀌지 않습니다.
          </Trans>
        </p>
      </div>
      {state.step === 'running' ? (
        <RecountProgress state={state} onStop={stop} />
      ) : (
        <SourceForm onStart={start} hasResult={state.step === 'done'} />
      )}
      {state.step === 'failed' && (
        <Failure error={state.error}>
          <p className="strong">
            <Trans>다시 세지 못했습니다.</Trans>
          </p>
          <p>
            <Trans>
              노드 주소나 파일이 맞는지 보고 다시 해 보세요. 다른 노드로도 할 수
              있습니다.
            </Trans>
          </p>
        </Failure>
      )}
      {state.step === 'done' && (
        <Findings verified={state.verified} seconds={state.seconds} />
      )}
      <Notice>
        <p className="strong">
          <Trans>
            이 화면만 믿지 말고 다른 컴퓨터에서 dure verify로도 세어 보세요.
          </Trans>
        </p>
        <Proof label={<Trans>명령 보기</Trans>}>
          <p>
            <code>npx dure verify --rpc URL --round {round}</code>
          </p>
        </Proof>
      </Notice>
    </Page>
  )
}

export default RecountPage
