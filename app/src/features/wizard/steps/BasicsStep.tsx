/** What the round is called and about, who reviews, which categories there are. */
import { Trans } from '@lingui/react/macro'
import { Choices } from '../components/Choices.tsx'
import { Rows } from '../components/Rows.tsx'
import { TextField } from '../components/TextField.tsx'
import { WordsField } from '../components/WordsField.tsx'
import { noWords } from '../draft/newDraft.ts'
import { useWizard } from '../wizardContext.ts'

export function BasicsStep() {
  const { change, draft } = useWizard()
  return (
    <>
      <WordsField
        path="name"
        label={<Trans>회차 이름</Trans>}
        hint={<Trans>예: 2027 봄 마을 제안 심사</Trans>}
        value={draft.name}
        onChange={(name) => {
          change({ name })
        }}
      />
      <WordsField
        isLong
        label={<Trans>무엇을 정하나요</Trans>}
        value={draft.purpose}
        onChange={(purpose) => {
          change({ purpose })
        }}
      />
      <WordsField
        isLong
        label={<Trans>누가 참여할 수 있나요</Trans>}
        value={draft.whoMayTakePart}
        onChange={(whoMayTakePart) => {
          change({ whoMayTakePart })
        }}
      />
      <Reviewers />
      <TextField
        isNumber
        path="proposals"
        label={<Trans>예상하는 제안 수</Trans>}
        hint={
          <Trans>
            추첨과 모의 실행을 미리 보는 데만 씁니다. 규칙에는 들어가지
            않습니다.
          </Trans>
        }
        value={draft.proposals}
        onChange={(proposals) => {
          change({ proposals })
        }}
      />
      <Rows
        label={<Trans>분야</Trans>}
        hint={<Trans>제안을 나누어 볼 분야입니다. 없어도 됩니다.</Trans>}
        addLabel={<Trans>분야 더하기</Trans>}
        items={draft.categories}
        fresh={{ number: String(draft.categories.length + 1), name: noWords }}
        onChange={(categories) => {
          change({ categories })
        }}
      >
        {(category, index, set) => (
          <>
            <TextField
              isNumber
              path={`categories[${index}]`}
              label={<Trans>분야 번호</Trans>}
              value={category.number}
              onChange={(number) => {
                set({ ...category, number })
              }}
            />
            <WordsField
              label={<Trans>분야 이름</Trans>}
              value={category.name}
              onChange={(name) => {
                set({ ...category, name })
              }}
            />
          </>
        )}
      </Rows>
    </>
  )
}

function Reviewers() {
  const { change, draft } = useWizard()
  return (
    <>
      <Choices
        label={<Trans>누가 심사하나요</Trans>}
        value={draft.owners ? 'owners' : 'jury'}
        options={[
          {
            value: 'owners',
            label: <Trans>제안을 낸 공동체가 서로</Trans>,
            hint: <Trans>공동체마다 심사자를 둡니다.</Trans>,
          },
          {
            value: 'jury',
            label: <Trans>바깥의 심사자</Trans>,
            hint: <Trans>주민이나 전문가가 심사합니다.</Trans>,
          },
        ]}
        onChange={(who) => {
          change({ owners: who === 'owners' })
        }}
      />
      {draft.owners ? (
        <TextField
          isNumber
          path="seatsPerCommunity"
          label={<Trans>공동체마다 심사자 몇 명</Trans>}
          value={draft.seatsPerCommunity}
          onChange={(seatsPerCommunity) => {
            change({ seatsPerCommunity })
          }}
        />
      ) : (
        <TextField
          isNumber
          path="reviewers"
          label={<Trans>심사자 모두 몇 명</Trans>}
          value={draft.reviewers}
          onChange={(reviewers) => {
            change({ reviewers })
          }}
        />
      )}
    </>
  )
}
