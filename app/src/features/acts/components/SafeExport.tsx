/** Where a Safe holds the role: the calls as a file for its owners to sign. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import { saveJson } from '../../../components/saveFile.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { Call } from '../call.ts'
import { toSafeFile } from '../safeFile.ts'
import { ActTrouble } from './ActTrouble.tsx'

export type SafeExportProps = {
  safe: Address
  /** What the owners read in their Safe. */
  name: string
  calls: () => readonly Call[] | Promise<readonly Call[]>
  isReady?: boolean
}

export function SafeExport({
  calls,
  isReady = true,
  name,
  safe,
}: SafeExportProps) {
  const { t } = useLingui()
  const { chainId } = useConfig()
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  async function save() {
    if (!isReady || isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      const now = Date.now()
      const file = toSafeFile(await calls(), { chainId, safe, name, now })
      // Done meanwhile: a file without an act would only puzzle the owners.
      if (file.transactions.length > 0) saveJson(t`safe-${now}.json`, file)
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <section className="stack stack--tight">
      <h3>
        <Trans>Safe로 제안</Trans>
      </h3>
      <p>
        <Trans>
          담당이 계약 지갑입니다: <code>{safe}</code>. 파일을 받아 Safe의
          ‘Transaction Builder’에 놓으면 소유자들이 서명해서 보냅니다. 보낸 뒤
          이 화면에 저절로 나타납니다.
        </Trans>
      </p>
      <p>
        <Trans>
          함께 적은 글이 있으면 이 브라우저에 남습니다. Safe가 보낸 뒤 이 화면을
          한 번 더 열면 그 글이 중계자에 올라갑니다.
        </Trans>
      </p>
      <p>
        <button
          className="button"
          type="button"
          aria-busy={isBusy}
          aria-disabled={!isReady}
          onClick={() => void save()}
        >
          <Trans>Safe 파일 받기</Trans>
        </button>
      </p>
      {error !== undefined && (
        <ActTrouble
          error={error}
          wallet={undefined}
          onSwitched={() => void save()}
        />
      )}
    </section>
  )
}
