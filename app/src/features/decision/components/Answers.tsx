/** Objections, each with its answer or a field for one; what is written is recorded in one go. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Objection, Result } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { ObjectionItem } from '../../results/components/ObjectionItem.tsx'
import type { UseDecisionDraft } from '../api/draft.ts'
import { useRecordAnswers, writtenAnswers } from '../api/useRecordAnswers.ts'

export type AnswersProps = { result: Result; using: UseDecisionDraft }

export function Answers({ result, using }: AnswersProps) {
  const { phase } = useRound()
  const { objections } = result
  const answered = objections.filter(({ answer }) => answer).length
  const isTime = phase === 'objections' || phase === 'answers'
  return (
    <section className="stack" aria-labelledby="objections">
      <h2 id="objections">
        <Plural
          value={objections.length}
          _0="들어온 이의 없음"
          other={`이의 #건: 답함 ${answered}`}
        />
      </h2>
      <ol className="stack plain-list">
        {objections.map((objection) => (
          <li key={objection.number} className="stack stack--tight">
            <ObjectionItem
              objection={objection}
              isConfirmed={false}
              level={2}
            />
            {isTime && !objection.answer && (
              <AnswerField objection={objection} using={using} />
            )}
          </li>
        ))}
      </ol>
      {isTime && answered < objections.length && (
        <RecordAnswers result={result} using={using} />
      )}
    </section>
  )
}

type AnswerFieldProps = { objection: Objection; using: UseDecisionDraft }

function AnswerField({ objection, using }: AnswerFieldProps) {
  const { change, draft } = using
  const { number } = objection
  const id = `answer-${number}`
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>이의 {number}에 대한 답변</Trans>
      </label>
      <textarea
        id={id}
        rows={4}
        value={draft.answers[String(number)] ?? ''}
        onChange={({ target }) => {
          const answers = { ...draft.answers, [String(number)]: target.value }
          change({ answers })
        }}
      />
    </div>
  )
}

function RecordAnswers({ result, using }: AnswersProps) {
  const { t } = useLingui()
  const { holders } = useRound()
  const makeCalls = useRecordAnswers(using)
  const written = writtenAnswers(using.draft, result.objections)
  return (
    <ActForm
      name={t`이의에 답하기`}
      label={<Plural value={written.length} other="답변 #건 기록하기" />}
      holder={holders.committee}
      calls={makeCalls}
      line={
        written.length > 0 ? (
          <ul>
            {written.map(({ number, text }) => (
              <li key={number}>
                <Trans>이의 {number}에 답했습니다:</Trans> {text}
              </li>
            ))}
          </ul>
        ) : undefined
      }
      isReady={written.length > 0}
      missing={
        <Trans>답변을 먼저 적어 주세요. 한 번 기록하면 바꿀 수 없습니다.</Trans>
      }
    />
  )
}
