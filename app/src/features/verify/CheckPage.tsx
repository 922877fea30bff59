/** "Was my score counted?": finds a ballot by reference, receipt, key or number. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useSearchText } from '../../hooks/useSearchText.ts'
import { useRound } from '../../queries/round.ts'
import { type Asked, parseAsked } from './api/asked.ts'
import { useTrace } from './api/useTrace.ts'
import { CheckForm } from './components/CheckForm.tsx'
import { CheckResult } from './components/CheckResult.tsx'
import './verify.css'

function CheckPage() {
  const { t } = useLingui()
  const { round } = useRound()
  const { ask, asked } = useAsked()
  const { data, error, isFetching, refetch } = useTrace(asked)
  return (
    <Page title={t`내 심사표 확인`} back={<BackToRound round={round} />} isText>
      <p>
        <Trans>
          보낸 심사표가 기록되고 열리고 집계되었는지 공개 장부에서 찾아봅니다.
          로그인하지 않아도 됩니다.
        </Trans>
      </p>
      <CheckForm
        onAsk={ask}
        first={asked?.kind === 'reference' ? asked.reference : ''}
      />
      <div className="stack stack--loose">
        {asked && error && (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
        {asked && !data && isFetching && (
          <Loading progress={<Trans>공개 장부에서 찾고 있습니다…</Trans>} />
        )}
        {asked && data && <CheckResult asked={asked} found={data} />}
      </div>
    </Page>
  )
}

/** A reference stands in the address, so that it can be kept and shared. */
function useAsked() {
  const written = useSearchText().get('ref')
  const navigate = useNavigate()
  const [other, setOther] = useState<Asked>()
  const linked = written === null ? undefined : parseAsked(written)
  /** Nothing: what was found before goes, too. */
  const ask = (asked: Asked | undefined) => {
    const isReference = asked?.kind === 'reference'
    setOther(isReference ? undefined : asked)
    const search = isReference ? { ref: asked.reference } : {}
    void navigate({ to: '.', search: search as never, replace: true })
  }
  return { asked: other ?? linked, ask }
}

export default CheckPage
