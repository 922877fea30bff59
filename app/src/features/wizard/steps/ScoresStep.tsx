/** What is scored, on which scale, and how points and ballots count. */
import { Trans } from '@lingui/react/macro'
import { Choices } from '../components/Choices.tsx'
import { FieldProblems } from '../components/FieldProblems.tsx'
import { Rows } from '../components/Rows.tsx'
import { TextField } from '../components/TextField.tsx'
import { WordsField } from '../components/WordsField.tsx'
import { noWords } from '../draft/newDraft.ts'
import { useWizard } from '../wizardContext.ts'
import { CountingChoices } from './CountingChoices.tsx'

export function ScoresStep() {
  const { change, draft } = useWizard()
  return (
    <>
      <Rows
        label={<Trans>심사 기준</Trans>}
        hint={
          <Trans>
            기준마다 점수를 하나씩 줍니다. 비중이 2면 점수를 두 번 셉니다.
          </Trans>
        }
        addLabel={<Trans>기준 더하기</Trans>}
        items={draft.criteria}
        fresh={{ weight: '1', name: noWords, question: noWords }}
        onChange={(criteria) => {
          change({ criteria })
        }}
      >
        {(criterion, index, set) => (
          <>
            <WordsField
              path={`criteria[${index}].name`}
              label={<Trans>기준 이름</Trans>}
              value={criterion.name}
              onChange={(name) => {
                set({ ...criterion, name })
              }}
            />
            <WordsField
              label={<Trans>심사자에게 묻는 말</Trans>}
              value={criterion.question}
              onChange={(question) => {
                set({ ...criterion, question })
              }}
            />
            <TextField
              isNumber
              path={`weights[${index}]`}
              label={<Trans>비중</Trans>}
              value={criterion.weight}
              onChange={(weight) => {
                set({ ...criterion, weight })
              }}
            />
          </>
        )}
      </Rows>
      {draft.criteria.length === 0 && <FieldProblems path="weights[0]" />}
      <TextField
        isNumber
        path="maxScore"
        label={<Trans>가장 높은 점수</Trans>}
        hint={
          <Trans>
            점수는 1부터 이 수까지입니다. 5가 알맞습니다. 1이면 ‘좋아요’만
            고릅니다.
          </Trans>
        }
        value={draft.maxScore}
        onChange={(maxScore) => {
          change({
            maxScore,
            scale: moveHighest(draft.scale, draft.maxScore, maxScore),
          })
        }}
      />
      <Scale />
      <TextField
        isNumber
        path="pointsPerBallot"
        label={<Trans>심사표 한 장의 점수 한도</Trans>}
        hint={
          <Trans>
            한 사람이 나누어 줄 수 있는 점수의 합입니다. 비우거나 0이면 한도가
            없습니다.
          </Trans>
        }
        value={draft.pointsPerBallot}
        onChange={(pointsPerBallot) => {
          change({ pointsPerBallot })
        }}
      />
      <CountingChoices />
      <Choices
        label={<Trans>다시 보낼 수 있나요</Trans>}
        value={draft.ballotLimit === '1' ? 'once' : 'again'}
        options={[
          { value: 'once', label: <Trans>한 번 보내면 끝</Trans> },
          {
            value: 'again',
            label: <Trans>마감 전까지 다시 보낼 수 있음</Trans>,
            hint: <Trans>마지막 것만 셉니다.</Trans>,
          },
        ]}
        onChange={(how) => {
          change({ ballotLimit: how === 'once' ? '1' : '3' })
        }}
      />
      {draft.ballotLimit !== '1' && (
        <TextField
          isNumber
          path="ballotLimit"
          label={<Trans>한 사람이 최대 몇 번</Trans>}
          hint={<Trans>15번까지 됩니다.</Trans>}
          value={draft.ballotLimit}
          onChange={(ballotLimit) => {
            change({ ballotLimit })
          }}
        />
      )}
    </>
  )
}

/** Words of some values; the lowest and the highest are usually enough. */
function Scale() {
  const { change, draft } = useWizard()
  return (
    <Rows
      label={<Trans>점수의 말</Trans>}
      hint={<Trans>점수 옆에 보이는 말입니다. 양 끝만 있어도 됩니다.</Trans>}
      addLabel={<Trans>점수의 말 더하기</Trans>}
      items={draft.scale}
      fresh={{ value: '', name: noWords }}
      onChange={(scale) => {
        change({ scale })
      }}
    >
      {(one, index, set) => (
        <>
          <TextField
            isNumber
            path={`scale[${index}]`}
            label={<Trans>점수</Trans>}
            value={one.value}
            onChange={(value) => {
              set({ ...one, value })
            }}
          />
          <WordsField
            label={<Trans>말</Trans>}
            value={one.name}
            onChange={(name) => {
              set({ ...one, name })
            }}
          />
        </>
      )}
    </Rows>
  )
}

/** The word of the highest score goes with it. */
function moveHighest<item extends { value: string }>(
  scale: readonly item[],
  before: string,
  after: string,
): item[] {
  return scale.map((one) =>
    one.value === before && before !== '1' ? { ...one, value: after } : one,
  )
}
