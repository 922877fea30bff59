/** What is given: so many seats, with quotas, or a budget. */
import { Trans } from '@lingui/react/macro'
import { Choices } from '../components/Choices.tsx'
import { FieldProblems } from '../components/FieldProblems.tsx'
import { Rows } from '../components/Rows.tsx'
import { TextField } from '../components/TextField.tsx'
import { useWizard } from '../wizardContext.ts'

export function SelectionStep() {
  const { change, draft } = useWizard()
  return (
    <>
      <Choices
        label={<Trans>무엇을 정하나요</Trans>}
        value={draft.hasBudget ? 'budget' : 'seats'}
        options={[
          {
            value: 'seats',
            label: <Trans>정해진 수만큼 추천</Trans>,
          },
          {
            value: 'budget',
            label: <Trans>예산 안에서 추천</Trans>,
            hint: (
              <Trans>순위대로 넣고, 남은 금액보다 큰 제안은 건너뜁니다.</Trans>
            ),
          },
        ]}
        onChange={(what) => {
          change({ hasBudget: what === 'budget' })
        }}
      />
      {draft.hasBudget ? <Budget /> : <Seats />}
      <TextField
        path="currency"
        label={<Trans>화폐</Trans>}
        hint={<Trans>세 글자로 적습니다. 원은 KRW입니다.</Trans>}
        value={draft.currency}
        onChange={(currency) => {
          change({ currency })
        }}
      />
      <TextField
        isNumber
        path="minReviews"
        label={<Trans>추천받으려면 심사표가 최소 몇 장</Trans>}
        hint={
          <Trans>
            이보다 적게 심사받은 제안은 순위에는 있지만 추천하지 않습니다.
          </Trans>
        }
        value={draft.minReviews}
        onChange={(minReviews) => {
          change({ minReviews })
        }}
      />
      <Choices
        label={<Trans>추천 뒤에 철회한 제안의 자리</Trans>}
        value={draft.reserveTakesWithdrawn ? 'reserve' : 'empty'}
        options={[
          { value: 'reserve', label: <Trans>예비 순위가 받음</Trans> },
          { value: 'empty', label: <Trans>비워 둠</Trans> },
        ]}
        onChange={(who) => {
          change({ reserveTakesWithdrawn: who === 'reserve' })
        }}
      />
    </>
  )
}

function Seats() {
  const { change, draft } = useWizard()
  return (
    <>
      <TextField
        isNumber
        path="seats"
        label={<Trans>추천할 제안 수</Trans>}
        value={draft.seats}
        onChange={(seats) => {
          change({ seats })
        }}
      />
      <Rows
        label={<Trans>분야별 몫</Trans>}
        hint={
          <Trans>
            없어도 됩니다. 있으면 모두 합쳐 추천할 제안 수와 같아야 합니다.
          </Trans>
        }
        addLabel={<Trans>분야별 몫 더하기</Trans>}
        items={draft.quotas}
        fresh={{
          category: String(draft.quotas.length + 1),
          seats: '1',
        }}
        onChange={(quotas) => {
          change({ quotas })
        }}
      >
        {(quota, index, set) => (
          <>
            <TextField
              isNumber
              path={`quotas[${index}].category`}
              label={<Trans>분야 번호</Trans>}
              value={quota.category}
              onChange={(category) => {
                set({ ...quota, category })
              }}
            />
            <TextField
              isNumber
              path={`quotas[${index}].seats`}
              label={<Trans>몇 개</Trans>}
              value={quota.seats}
              onChange={(seats) => {
                set({ ...quota, seats })
              }}
            />
            <FieldProblems path={`quotas[${index}]`} />
          </>
        )}
      </Rows>
    </>
  )
}

function Budget() {
  const { change, draft } = useWizard()
  return (
    <>
      <TextField
        isNumber
        path="budget"
        label={<Trans>예산</Trans>}
        hint={<Trans>숫자만 적습니다. 예: 500000000</Trans>}
        value={draft.budget}
        onChange={(budget) => {
          change({ budget })
        }}
      />
    </>
  )
}
