/** Where a Safe holds the role: the calls as a file for its owners to sign. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import { saveJson } from '../../../components/saveFile.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Call } from '../call.ts'
import { groupCalls } from '../groupCalls.ts'
import { type SafeFile, toSafeFile } from '../safeFile.ts'
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
  const node = useNode()
  const [error, setError] = useState<unknown>()
  const [files, setFiles] = useState<readonly SafeFile[]>([])
  const [isBusy, setIsBusy] = useState(false)
  async function save() {
    if (!isReady || isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      const now = Date.now()
      // Done meanwhile: a file without an act would only puzzle the owners.
      const groups = await groupCalls(node, safe, await calls())
      const made = groups.map((group) =>
        toSafeFile(group, { chainId, safe, name, now }),
      )
      const [only] = made
      if (made.length === 1 && only) saveJson(t`safe-${now}.json`, only)
      setFiles(made.length > 1 ? made : [])
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
      {files.length > 0 && (
        <div className="stack stack--tight" role="status">
          <p>
            <Trans>
              한 번에 보내기에는 커서 파일 {files.length}개로 나누었습니다.
              차례로 하나씩 Safe에서 보내세요.
            </Trans>
          </p>
          <ol className="plain-list row">
            {files.map((file, index) => (
              <li key={index}>
                <button
                  className="button"
                  type="button"
                  onClick={() => {
                    const made = file.createdAt
                    saveJson(t`safe-${made}-${index + 1}.json`, file)
                  }}
                >
                  <Trans>{index + 1}번째 파일 받기</Trans>
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
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
