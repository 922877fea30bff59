/** Deletes at once what would go on the day, after a second question. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import type { Desk } from '../../../relayer/registrar.ts'
import { deleteLinks } from '../../../relayer/retention.ts'
import { retentionQuery } from '../api/retentionQueries.ts'
import { useWork } from '../api/useWork.ts'

export function DeleteNow({ desk }: { desk: Desk }) {
  const { relayer } = desk.session
  const { data } = useQuery(retentionQuery(relayer, desk.round))
  const [isSure, setIsSure] = useState(false)
  const work = useWork<undefined>()
  if (!data || data.deletedAt !== null) return null
  return (
    <section className="stack" aria-labelledby="delete">
      <h2 id="delete">
        <Trans>지금 지우기</Trans>
      </h2>
      <p>
        <Trans>
          연락처와 참여권이 모두 지워집니다. 되돌릴 수 없고, 이 회차의 참여권을
          더 만들거나 다시 발급할 수 없습니다. 고정한 뒤에 하세요.
        </Trans>
      </p>
      <label className="choice">
        <input
          type="checkbox"
          checked={isSure}
          onChange={({ target }) => {
            setIsSure(target.checked)
          }}
        />
        <Trans>되돌릴 수 없다는 것을 압니다</Trans>
      </label>
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      <p>
        <button
          className="button button--danger"
          type="button"
          aria-busy={work.isBusy}
          aria-disabled={!isSure}
          onClick={() => {
            if (isSure)
              void work.run(async () => {
                await deleteLinks(desk)
                return undefined
              })
          }}
        >
          <Trans>모두 지우기</Trans>
        </button>
      </p>
    </section>
  )
}
