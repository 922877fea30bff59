/** Where a Safe holds the role: the calls as a file for its owners to sign. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from 'viem'
import { saveJson } from '../../../components/saveFile.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { Call } from '../call.ts'
import { toSafeFile } from '../safeFile.ts'

export type SafeExportProps = {
  safe: Address
  /** What the owners read in their Safe. */
  name: string
  calls: () => readonly Call[] | Promise<readonly Call[]>
  isReady?: boolean
}

export function SafeExport({ calls, isReady, name, safe }: SafeExportProps) {
  const { t } = useLingui()
  const { chainId } = useConfig()
  async function save() {
    const now = Date.now()
    const file = toSafeFile(await calls(), { chainId, safe, name, now })
    saveJson(t`safe-${now}.json`, file)
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
        <button
          className="button"
          type="button"
          disabled={isReady === false}
          onClick={() => void save()}
        >
          <Trans>Safe 파일 받기</Trans>
        </button>
      </p>
    </section>
  )
}
