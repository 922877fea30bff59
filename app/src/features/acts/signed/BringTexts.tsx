/** Of an act that is recorded while its document is at no relayer: brings it. */
import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyTrouble } from '../wallet/KeyTrouble.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { KeptAct } from '../../../signed/keptActs.ts'

export function BringTexts({ act }: { act: KeptAct }) {
  const { relayers } = useConfig()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function bring() {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      const { bringAll } = await import('../../../signed/handIn.ts')
      await bringAll(act, relayers)
      await queries.invalidateQueries({ queryKey: ['document'] })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="notice notice--warn stack stack--tight">
      <p className="strong">
        <Trans>글이나 첨부가 아직 중계자에 다 오르지 않았습니다.</Trans>
      </p>
      <p>
        <Trans>올릴 때까지 남들은 그것을 읽지 못합니다.</Trans>
      </p>
      {error !== undefined && <KeyTrouble error={error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-busy={isBusy}
          onClick={() => void bring()}
        >
          <Trans>글 올리기</Trans>
        </button>
      </p>
    </div>
  )
}
