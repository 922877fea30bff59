/** How long the lists are, and what that means for reviewers and proposals. */
import { Trans } from '@lingui/react/macro'
import { Choices } from '../components/Choices.tsx'
import { TextField } from '../components/TextField.tsx'
import { useWizard } from '../wizardContext.ts'
import { DrawLaws } from './DrawLaws.tsx'
import { ReviewsTable } from './ReviewsTable.tsx'

export function DrawStep() {
  const { change, draft } = useWizard()
  return (
    <>
      <p>
        {draft.owners ? (
          <Trans>
            추첨으로 제안을 두 조로 나누고 서로 다른 조만 심사합니다. 내 점수는
            우리 공동체 순위를 바꾸지 못합니다.
          </Trans>
        ) : (
          <Trans>추첨으로 심사자마다 심사할 제안을 나눕니다.</Trans>
        )}
      </p>
      <Choices
        label={<Trans>한 사람이 심사할 제안</Trans>}
        value={draft.isAll ? 'all' : 'list'}
        options={[
          { value: 'list', label: <Trans>추첨으로 나눈 목록</Trans> },
          {
            value: 'all',
            label: <Trans>모든 제안</Trans>,
            hint: draft.owners ? (
              <Trans>경쟁하는 제안끼리 점수를 줄 수 있는 방식입니다.</Trans>
            ) : undefined,
          },
        ]}
        onChange={(what) => {
          change({
            isAll: what === 'all',
            listLength: draft.listLength || '10',
          })
        }}
      />
      {!draft.isAll && (
        <TextField
          isNumber
          path="listLength"
          label={<Trans>목록의 길이</Trans>}
          hint={
            <Trans>한 사람이 심사할 제안 수입니다. 10개쯤이 알맞습니다.</Trans>
          }
          value={draft.listLength}
          onChange={(listLength) => {
            change({ listLength })
          }}
        />
      )}
      <TextField
        isNumber
        path="proposals"
        label={<Trans>예상하는 제안 수</Trans>}
        value={draft.proposals}
        onChange={(proposals) => {
          change({ proposals })
        }}
      />
      <ReviewsTable />
      <DrawLaws />
      <TextField
        isNumber
        path="drawDelay"
        label={<Trans>고정에서 추첨까지 블록 수</Trans>}
        hint={
          <Trans>
            고정한 뒤 이만큼 지난 블록의 값으로 추첨합니다. 고정할 때는 아무도
            모르는 값이어야 합니다. 10이 알맞습니다.
          </Trans>
        }
        value={draft.drawDelay}
        onChange={(drawDelay) => {
          change({ drawDelay })
        }}
      />
    </>
  )
}
