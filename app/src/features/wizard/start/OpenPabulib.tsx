/** A draft from a .pb file, with what was taken of it and what was not. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { BaseError } from '../../../../../protocol/errors.ts'
import { parsePabulib } from '../../../../../protocol/pabulib/parsePabulib.ts'
import { fromPabulib } from '../draft/fromPabulib.ts'
import { FileField } from './FileField.tsx'
import { PabulibTaken } from './PabulibTaken.tsx'
import { useBegin, useGiven } from './useBegin.ts'

type Read = ReturnType<typeof fromPabulib>

export function OpenPabulib() {
  const [read, setRead] = useState<Read>()
  const [problem, setProblem] = useState<ReactNode>()
  const begin = useBegin()
  const given = useGiven()
  return (
    <section className="stack">
      <h2>
        <Trans>주민참여예산 파일(.pb)에서 불러오기</Trans>
      </h2>
      <FileField
        label={<Trans>.pb 파일</Trans>}
        accept=".pb,text/plain"
        problem={problem}
        onRead={(text) => {
          setRead(undefined)
          setProblem(undefined)
          try {
            setRead(fromPabulib(parsePabulib(text), given))
          } catch (error) {
            setProblem(<Wrong error={error} />)
          }
        }}
      />
      {read && (
        <div className="card stack" role="status">
          <PabulibTaken report={read.report} />
          <p>
            <button
              className="button"
              type="button"
              onClick={() => {
                begin(read.draft)
              }}
            >
              <Trans>이 값으로 시작하기</Trans>
            </button>
          </p>
        </div>
      )}
    </section>
  )
}

function Wrong({ error }: { error: unknown }) {
  return (
    <>
      <p>
        <Trans>이 파일은 회차로 옮길 수 없습니다.</Trans>
      </p>
      <details>
        <summary>
          <Trans>이유</Trans>
        </summary>
        <pre className="source" lang="en">
          {error instanceof BaseError ? error.message : String(error)}
        </pre>
      </details>
    </>
  )
}
