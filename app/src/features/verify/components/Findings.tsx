/** What the recount found: in a sentence, in figures, and item by item. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { jsonText } from '../../../../../protocol/jsonText.ts'
import type { Finding } from '../../../../../verifier/finding.ts'
import type { Verified } from '../../../../../verifier/worker/messages.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { saveFile } from '../../../components/saveFile.ts'
import { countOf, sortFindings } from '../api/sortFindings.ts'
import { FindingsTable } from './FindingsTable.tsx'
import { ReadAt } from './ReadAt.tsx'

export type FindingsProps = { verified: Verified; seconds: number }

export function Findings({ seconds, verified }: FindingsProps) {
  const { findings } = verified
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [verified])
  const hasFailed = countOf(findings, 'failed') > 0
  return (
    <section className="stack" aria-labelledby="findings">
      <div
        className={hasFailed ? 'notice notice--danger' : 'notice notice--good'}
      >
        <h2 id="findings" ref={heading} tabIndex={-1}>
          {hasFailed ? (
            <Trans>다른 것이 있습니다.</Trans>
          ) : (
            <Trans>다른 것이 없습니다.</Trans>
          )}
        </h2>
        <Core findings={findings} />
      </div>
      <Counts findings={findings} seconds={seconds} />
      <ReadAt verified={verified} />
      <Tables findings={findings} />
      <p className="no-print">
        <button
          className="button"
          type="button"
          onClick={() => {
            const name = `dure-${verified.round.slice(0, 10)}-findings.json`
            saveFile(name, jsonText(verified))
          }}
        >
          <Trans>찾은 것을 JSON으로 저장</Trans>
        </button>
      </p>
    </section>
  )
}

/** Differences first; what is as it must be is one tap away. */
function Tables({ findings }: { findings: readonly Finding[] }) {
  const { number } = useFormats()
  const isMatch = ({ outcome }: Finding) => outcome === 'passed'
  const matches = findings.filter(isMatch)
  const others = findings.filter((finding) => !isMatch(finding))
  const count = number(matches.length)
  return (
    <>
      {others.length > 0 && <FindingsTable findings={sortFindings(others)} />}
      {matches.length > 0 && (
        <details>
          <summary>
            <Trans>맞은 것 {count}개 모두 보기</Trans>
          </summary>
          <FindingsTable findings={matches} />
        </details>
      )}
    </>
  )
}

/** What people ask first: are all counted, and is the order the same? */
function Core({ findings }: { findings: readonly Finding[] }) {
  const language = useLanguage()
  const told = (['openings.counts', 'ranking.order'] as const).flatMap(
    (check) =>
      findings.filter(
        (finding) => finding.check === check && finding.outcome === 'passed',
      ),
  )
  return told.map(({ check, sentence }) => (
    <p key={check}>{sentence[language]}</p>
  ))
}

function Counts({ findings, seconds }: FindingsPropsOf) {
  const { number } = useFormats()
  const passed = number(countOf(findings, 'passed'))
  const failed = number(countOf(findings, 'failed'))
  const skipped = number(countOf(findings, 'skipped'))
  const noted = countOf(findings, 'noted')
  const shownNoted = number(noted)
  const took = number(Math.max(1, Math.round(seconds)))
  return (
    <p>
      <span className="strong">
        <Trans>
          맞음 {passed} · 다름 {failed} · 확인 못 함 {skipped}
        </Trans>
      </span>
      {noted > 0 && (
        <>
          {' '}
          · <Trans>알아 둘 것 {shownNoted}</Trans>
        </>
      )}{' '}
      <span className="quiet">
        <Trans>({took}초 걸림)</Trans>
      </span>
    </p>
  )
}

type FindingsPropsOf = { findings: readonly Finding[]; seconds: number }
