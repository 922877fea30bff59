/** A synced passkey on another phone: it remembers its round and seat by itself. */
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { canUsePasskeys } from '../../../keys/browser.ts'
import { holdKey } from '../../../keys/heldKeys.ts'
import { useNode } from '../../../queries/useNode.ts'
import { NotFound } from './NotFound.tsx'

export function FindByPasskey({ isMain }: { isMain: boolean }) {
  const node = useNode()
  const config = useConfig()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function find() {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      const { findPasskeyKey } = await import('../api/findKey.ts')
      const key = await findPasskeyKey(node, config)
      holdKey(key)
      const params = { round: key.round }
      void navigate({ to: '/r/$round/review', params })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  if (!canUsePasskeys())
    return (
      <p className="notice">
        <Trans>
          이 브라우저에는 지문 열쇠가 없습니다. 휴대폰의 기본 브라우저로 여세요.
        </Trans>
      </p>
    )
  return (
    <div className="stack stack--tight">
      <p>
        <Trans>
          지문·얼굴로 등록했다면, 같은 구글·애플 계정을 쓰는 다른 휴대폰에서도
          열쇠를 찾을 수 있습니다.
        </Trans>
      </p>
      {error !== undefined && <Trouble error={error} />}
      <p role="status">
        {isBusy && <Trans>휴대폰의 확인 창에서 두레 심사자를 고르세요…</Trans>}
      </p>
      <p>
        <button
          className={isMain ? 'button button--main' : 'button'}
          type="button"
          aria-busy={isBusy}
          onClick={() => void find()}
        >
          <Trans>지문·얼굴로 찾기</Trans>
        </button>
      </p>
    </div>
  )
}

function Trouble({ error }: { error: unknown }) {
  const isUnknown = error instanceof Error && error.name === 'KeyNotFoundError'
  if (!isUnknown) return <KeyTrouble error={error} />
  return (
    <KeyTrouble error={error}>
      <NotFound />
    </KeyTrouble>
  )
}
