/** How scores become points, and points an order. */
import { Trans } from '@lingui/react/macro'
import { Choices } from '../components/Choices.tsx'
import { useWizard } from '../wizardContext.ts'

export function CountingChoices() {
  const { change, draft } = useWizard()
  return (
    <>
      <Choices
        label={<Trans>점수를 어떻게 세나요</Trans>}
        value={draft.points}
        options={[
          {
            value: 'Score',
            label: <Trans>준 점수 그대로</Trans>,
          },
          {
            value: 'Borda',
            label: <Trans>내 목록 안의 순서로</Trans>,
            hint: (
              <Trans>
                내 목록의 다른 제안보다 높으면 2점, 같으면 1점, 낮으면 0점.
                목록은 15개까지.
              </Trans>
            ),
          },
        ]}
        onChange={(points) => {
          change({ points })
        }}
      />
      <Choices
        label={<Trans>순위는 무엇으로 정하나요</Trans>}
        value={draft.order}
        options={[
          {
            value: 'Mean',
            label: <Trans>평균</Trans>,
            hint: <Trans>모든 제안은 중간 점수 심사 1건으로 시작합니다.</Trans>,
          },
          {
            value: 'Sum',
            label: <Trans>합계</Trans>,
            hint: <Trans>많이 심사받은 제안이 유리합니다.</Trans>,
          },
        ]}
        onChange={(order) => {
          change({ order })
        }}
      />
      <Choices
        label={<Trans>비기면</Trans>}
        value={draft.ties}
        options={[
          { value: 'Draw', label: <Trans>추첨 순서</Trans> },
          { value: 'Number', label: <Trans>제안 번호 순서</Trans> },
        ]}
        onChange={(ties) => {
          change({ ties })
        }}
      />
    </>
  )
}
