/** Every rule of a round in plain words, with what it means. */
import { Trans, useLingui } from '@lingui/react/macro'
import { DocumentFailure } from '../../components/DocumentFailure.tsx'
import { Page } from '../../components/Page.tsx'
import { Proof } from '../../components/Proof.tsx'
import { useRound } from '../../queries/round.ts'
import { useRoundText } from '../../queries/useRoundText.ts'
import { BackToNamedRound } from '../../components/BackToNamedRound.tsx'
import { PrintButton } from './parts/PrintButton.tsx'
import { RoundProof } from './parts/RoundProof.tsx'
import { BallotRules } from './rules/BallotRules.tsx'
import { ChoiceRules } from './rules/ChoiceRules.tsx'
import { CountRules } from './rules/CountRules.tsx'
import { ListRules } from './rules/ListRules.tsx'
import { ScoreRules } from './rules/ScoreRules.tsx'
import { TimeRules } from './rules/TimeRules.tsx'
import { TrusteeRules } from './rules/TrusteeRules.tsx'
import { WrittenRules } from './rules/WrittenRules.tsx'

function RulesPage() {
  const { t } = useLingui()
  const round = useRound()
  const { query, text } = useRoundText(round.rules.document)
  const { rules } = round
  return (
    <Page title={t`규칙`} back={<BackToNamedRound round={round} />}>
      <p className="lead text-blocks">
        <Trans>
          회차를 만들 때 정했고, 그 뒤로는 아무도 바꿀 수 없습니다. 계약이 이
          규칙대로 받고 세고 순위를 확인합니다.
        </Trans>
      </p>
      {query.error && (
        <DocumentFailure
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <WrittenRules text={text} />
      <ListRules rules={rules} />
      <ScoreRules rules={rules} text={text} />
      <BallotRules rules={rules} />
      <CountRules rules={rules} />
      <ChoiceRules rules={rules} text={text} />
      <TrusteeRules rules={rules} />
      <TimeRules times={rules.times} />
      <PrintButton />
      <RoundProof round={round} />
      {query.data && (
        <Proof label={<Trans>회차 문서의 원문 보기</Trans>}>
          <pre className="source">
            {new TextDecoder().decode(query.data.bytes)}
          </pre>
        </Proof>
      )}
    </Page>
  )
}

export default RulesPage
