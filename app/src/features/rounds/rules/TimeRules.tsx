/** Every time of the rules, in its order, with what happens if it is missed. */
import { Trans } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'
import type { Times } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

export function TimeRules({ times }: { times: Times }) {
  const { moment, span } = useFormats()
  const rows: [key: string, what: ReactNode, when: ReactNode][] = [
    [
      'registerUntil',
      <Trans>제안 접수 마감</Trans>,
      moment(times.registerUntil),
    ],
    [
      'rosterBy',
      <Trans>자격 확인을 마치고 제안 번호를 정하는 기한 (넘기면 중단)</Trans>,
      moment(times.rosterBy),
    ],
    [
      'rollNotice',
      <Trans>고정 전에 심사자 명부를 그대로 공개해 두는 기간</Trans>,
      <Trans>적어도 {span(times.rollNotice)}</Trans>,
    ],
    [
      'freezeBy',
      <Trans>고정 기한 (넘기면 중단)</Trans>,
      moment(times.freezeBy),
    ],
    ['drawBy', <Trans>추첨 기한 (넘기면 중단)</Trans>, moment(times.drawBy)],
    ['reviewFrom', <Trans>심사 시작</Trans>, moment(times.reviewFrom)],
    ['close', <Trans>심사 마감</Trans>, moment(times.close)],
    [
      'releaseFrom',
      <Trans>열쇠지기가 조각을 내놓기 시작 (마감 뒤 여유를 둠)</Trans>,
      moment(times.releaseFrom),
    ],
    [
      'releaseUntil',
      <Trans>열쇠지기가 조각을 내놓는 기한</Trans>,
      moment(times.releaseUntil),
    ],
    [
      'openUntil',
      <Trans>개표 마감. 그 뒤에 순위를 매김</Trans>,
      moment(times.openUntil),
    ],
    [
      'objectionPeriod',
      <Trans>순위가 나온 뒤 이의 신청 기간</Trans>,
      span(times.objectionPeriod),
    ],
    [
      'answerPeriod',
      <Trans>그 뒤 위원회가 이의에 답하는 기간</Trans>,
      span(times.answerPeriod),
    ],
  ]
  return (
    <Section title={<Trans>언제인가요</Trans>}>
      <dl className="facts times">
        {rows.map(([key, what, when]) => (
          <Fragment key={key}>
            <dt>{what}</dt>
            <dd>{when}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet">
        <Trans>시각은 모두 한국 시간입니다.</Trans>
      </p>
    </Section>
  )
}
