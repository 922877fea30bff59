/** What of a .pb file goes into the draft, what does not, and what differs. */
import { Trans } from '@lingui/react/macro'
import type { ElectionNote } from '../../../../../protocol/pabulib/electionRules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { PabulibReport } from '../draft/fromPabulib.ts'

export function PabulibTaken({ report }: { report: PabulibReport }) {
  const { number } = useFormats()
  const { decimals, notes, title } = report
  const projects = number(report.projects)
  const categories = number(report.categories)
  const votes = number(report.votes)
  const budget = number(report.budget)
  return (
    <>
      <h3 lang="und">{title}</h3>
      <p className="strong">
        <Trans>가져온 것</Trans>
      </p>
      <ul>
        <li>
          <Trans>예산 {budget}</Trans>
        </li>
        <li>
          <Trans>제안 수 {projects} (예상하는 수로만)</Trans>
        </li>
        <li>
          <Trans>분야 {categories}개</Trans>
        </li>
        <li>
          <Trans>심사자 수 {votes} (표를 낸 사람 수)</Trans>
        </li>
        <li>
          <Trans>점수의 범위와 한도, 제목</Trans>
        </li>
      </ul>
      <p className="strong">
        <Trans>가져오지 않은 것</Trans>
      </p>
      <ul>
        <li>
          <Trans>제안의 글과 금액: 모집 때 신청자가 직접 냅니다.</Trans>
        </li>
        <li>
          <Trans>표: 새 회차의 심사자가 새로 심사합니다.</Trans>
        </li>
        <li>
          <Trans>일정과 담당: 다음 단계에서 적습니다.</Trans>
        </li>
        {decimals > 0 && (
          <li>
            <Trans>
              소수점: 금액은 가장 작은 단위로 바꾸었습니다 (소수 {decimals}
              자리).
            </Trans>
          </li>
        )}
        {notes.map((note) => (
          <li key={note.kind}>
            <Note note={note} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Note({ note }: { note: ElectionNote }) {
  switch (note.kind) {
    case 'oneReview':
      return (
        <Trans>
          표가 없는 사업은 이 파일에서 선정되지 않았습니다. 그래서 심사표 1장
          이상을 요구합니다.
        </Trans>
      )
    case 'threshold': {
      const { threshold } = note
      return (
        <Trans>
          점수 {threshold}점 이상이라는 조건: 회차는 점수가 아니라 심사표 수의
          최소만 정할 수 있습니다.
        </Trans>
      )
    }
    case 'limit': {
      const { allowed, largest } = note
      return (
        <Trans>
          점수 한도 {allowed}: {largest}점을 준 표가 있어 {largest}점으로
          늘렸습니다.
        </Trans>
      )
    }
    case 'rule': {
      const { rule } = note
      return (
        <Trans>
          선정 방식 ‘{rule}’: 회차는 합계 순서대로 예산에 넣으므로 결과가 다를
          수 있습니다.
        </Trans>
      )
    }
  }
}
