/** A ballot that is signed and kept, and that no relayer has: send it once more. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useNode } from '../../../queries/useNode.ts'
import { tellBallots } from '../api/useStanding.ts'
import { SendTrouble } from './SendTrouble.tsx'

export function SendAgain({ ballot }: { ballot: KeptBallot }) {
  const again = useSendAgain()
  return (
    <div className="stack">
      <p>
        <Trans>
          심사표는 봉인해서 이 기기에 두었습니다. 아직 아무도 받지 않았습니다.
        </Trans>
      </p>
      {again.error !== undefined && <SendTrouble error={again.error} />}
      <p role="status">{again.isBusy && <Trans>보내는 중…</Trans>}</p>
      <p>
        <button
          className="button button--main"
          type="button"
          aria-busy={again.isBusy}
          onClick={() => void again.send(ballot)}
        >
          <Trans>다시 보내기</Trans>
        </button>
      </p>
    </div>
  )
}

export function useSendAgain() {
  const node = useNode()
  const config = useConfig()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  return {
    ...{ error, isBusy },
    async send(ballot: KeptBallot, relayers = config.relayers) {
      if (isBusy) return
      setBusy(true)
      setError(undefined)
      try {
        const { sendBallot } = await import('../../../ballots/sendBallot.ts')
        await sendBallot(node, { ...config, relayers }, ballot)
      } catch (thrown) {
        setError(thrown)
      } finally {
        setBusy(false)
        tellBallots()
      }
    },
  }
}
