/** The round as files for other tools, and on paper. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Failure } from '../../../components/Failure.tsx'
import type { ExportKind } from '../../../../../verifier/exporting/makeExports.ts'
import { useRound } from '../../../queries/round.ts'
import { type ExportState, useExport } from '../api/useExport.ts'

export function Exports() {
  const { round } = useRound()
  const { make, state, stop } = useExport()
  const button = (kind: ExportKind) => (
    <button
      className="button"
      type="button"
      onClick={() => {
        make(kind)
      }}
    >
      <KindName kind={kind} />
    </button>
  )
  return (
    <section className="stack no-print" aria-labelledby="exports">
      <h2 id="exports">
        <Trans>내려받기와 인쇄</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          파일은 이 기기가 공개 장부를 읽어 만듭니다. 회차가 크면 몇십 초
          걸립니다.
        </Trans>
      </p>
      <div className="row">
        {button('csv')}
        {button('results')}
        {button('pb')}
        {button('bundle')}
        <Link
          to="/r/$round/results"
          params={{ round }}
          // The routes are shared: what that page takes is not among their types.
          search={{ view: 'record' } as never}
          className="button"
        >
          <Trans>인쇄용 결과 기록</Trans>
        </Link>
      </div>
      <div aria-live="polite">
        <Told state={state} onStop={stop} />
      </div>
      {state.step === 'failed' && (
        <Failure
          error={state.error}
          onRetry={() => {
            make(state.kind)
          }}
        >
          <p className="strong">
            <Trans>파일을 만들지 못했습니다.</Trans>
          </p>
        </Failure>
      )}
    </section>
  )
}

function KindName({ kind }: { kind: ExportKind }) {
  switch (kind) {
    case 'csv':
      return <Trans>CSV 표</Trans>
    case 'results':
      return 'JSON'
    case 'pb':
      return <Trans>.pb (Pabulib)</Trans>
    case 'bundle':
      return <Trans>검증 묶음</Trans>
  }
}

function Told({ onStop, state }: { state: ExportState; onStop: () => void }) {
  if (state.step === 'making')
    return (
      <p className="row">
        <Trans>공개 장부를 읽어 파일을 만들고 있습니다…</Trans>
        <button className="button" type="button" onClick={onStop}>
          <Trans>멈춤</Trans>
        </button>
      </p>
    )
  if (state.step === 'made') {
    const block = String(state.block)
    return (
      <p>
        <Trans>파일을 만들었습니다. 블록 {block}까지의 내용입니다.</Trans>
      </p>
    )
  }
  return null
}
