/** Where a call stands: the wallet is asked, the chain is awaited, how many are through. */
import { Trans } from '@lingui/react/macro'
import type { Acting } from '../api/useAct.ts'

export function ActProgress({ acting }: { acting: Acting }) {
  const { done, hash, of, step } = acting
  return (
    <div role="status" className="stack stack--tight">
      {step === 'preparing' && (
        <p>
          <Trans>준비하는 중…</Trans>
        </p>
      )}
      {step === 'asking' && (
        <p>
          <Trans>지갑의 확인 창을 봐 주세요…</Trans>
        </p>
      )}
      {step === 'waiting' && (
        <p>
          <Trans>
            보냈습니다. 공개 장부에 오르기를 기다립니다. 창을 닫아도 다시 열면
            이어집니다.
          </Trans>
        </p>
      )}
      {step === 'done' && (
        <p className="strong">
          <Trans>기록했습니다.</Trans>
        </p>
      )}
      {of > 1 && step !== 'idle' && (
        <p>
          <progress max={of} value={done} />{' '}
          <Trans>
            {of}건 중 {done}건
          </Trans>
        </p>
      )}
      {hash !== undefined && step !== 'idle' && (
        <details>
          <summary>
            <Trans>거래 번호</Trans>
          </summary>
          <code>{hash}</code>
        </details>
      )}
    </div>
  )
}
