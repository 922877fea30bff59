/** The own scores so far beside each other, in the order that the reader wants. */
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Draft } from '../../../ballots/drafts.ts'
import { Loading } from '../../../components/Loading.tsx'
import type { OwnReview } from './WithList.tsx'

const CompareTable = lazy(async () => {
  const { CompareTable } = await import('./CompareTable.tsx')
  return { default: CompareTable }
})

export type CompareProps = { own: OwnReview; draft: Draft }

export function Compare({ draft, own }: CompareProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        className="button"
        type="button"
        onClick={() => {
          setOpen(true)
          dialog.current?.showModal()
        }}
      >
        <Trans>비교하기</Trans>
      </button>
      <dialog
        ref={dialog}
        className="dialog dialog--wide"
        aria-labelledby="compare-title"
        onClose={() => {
          setOpen(false)
        }}
      >
        <div className="stack">
          <h2 id="compare-title">
            <Trans>내가 준 점수</Trans>
          </h2>
          {isOpen && (
            <Suspense fallback={<Loading />}>
              <CompareTable own={own} draft={draft} />
            </Suspense>
          )}
          <p>
            <button
              className="button"
              type="button"
              onClick={() => dialog.current?.close()}
            >
              <Trans>닫기</Trans>
            </button>
          </p>
        </div>
      </dialog>
    </>
  )
}
