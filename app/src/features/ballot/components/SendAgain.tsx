/** A ballot that is signed and kept, and that no relayer has: sent again, by itself too. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useOnline } from '../../../hooks/useOnline.ts'
import { useNode } from '../../../queries/useNode.ts'
import { isTrouble } from '../../../relayer/ask.ts'
import { tellBallots } from '../api/useStanding.ts'
import { SendTrouble } from './SendTrouble.tsx'

/** Seconds before it tries by itself; the last holds from then on. */
const pauses = [3, 6, 12, 24, 48]

export function SendAgain({ ballot }: { ballot: KeptBallot }) {
  const again = useSendAgain()
  const isTrying = useTryAgain(again, ballot)
  return (
    <div className="stack">
      <p>
        <Trans>
          심사표는 봉인해서 이 기기에 두었습니다. 아직 아무도 받지 않았습니다.
        </Trans>
      </p>
      {ballot.sentBy === 'file' && (
        <p>
          <Trans>
            봉인한 파일로 내보냈습니다. 누군가 보내서 기록되면 이 화면이
            바뀝니다.
          </Trans>
        </p>
      )}
      {again.error !== undefined && <SendTrouble error={again.error} />}
      <p role="status">
        {again.isBusy ? (
          <Trans>보내는 중…</Trans>
        ) : (
          isTrying && (
            <Trans>이 화면을 열어 두면 저절로 다시 보내 봅니다.</Trans>
          )
        )}
      </p>
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

type SendingAgain = ReturnType<typeof useSendAgain>

/** Until it is refused for a reason that does not pass. */
function useTryAgain(again: SendingAgain, ballot: KeptBallot): boolean {
  const isOnline = useOnline()
  const [tries, setTries] = useState(0)
  const { error, isBusy } = again
  const isTrying = error === undefined || isTrouble(error)
  const tryNow = useEffectEvent(() => {
    setTries(tries + 1)
    void again.send(ballot)
  })
  useEffect(() => {
    if (!isOnline || isBusy || !isTrying) return
    const seconds = pauses[Math.min(tries, pauses.length - 1)] ?? 0
    const timer = setTimeout(tryNow, 1_000 * seconds)
    return () => {
      clearTimeout(timer)
    }
  }, [isOnline, isBusy, isTrying, tries])
  return isTrying
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
      try {
        const { sendBallot } = await import('../../../ballots/sendBallot.ts')
        await sendBallot(node, { ...config, relayers }, ballot)
        setError(undefined)
      } catch (thrown) {
        setError(thrown)
      } finally {
        setBusy(false)
        tellBallots()
      }
    },
  }
}
