/** A round: what it is about, where it stands, what to do now. */
import { Trans, useLingui } from '@lingui/react/macro'
import { DocumentFailure } from '../../components/DocumentFailure.tsx'
import { shorten } from '../../components/CopyText.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Said } from '../../components/Said.tsx'
import { say, spokenIn } from '../../documents/roundDocument.ts'
import { useLanguage } from '../../hooks/useLanguage.ts'
import { useRound } from '../../queries/round.ts'
import { useRoundText } from '../../queries/useRoundText.ts'
import { Counts } from './parts/Counts.tsx'
import { Ended } from './parts/Ended.tsx'
import { MainAction } from './parts/MainAction.tsx'
import { NextHint } from './parts/NextHint.tsx'
import { PhaseLine } from './parts/PhaseLine.tsx'
import { PrintButton } from './parts/PrintButton.tsx'
import { RoundLinks } from './parts/RoundLinks.tsx'
import { RoundProof } from './parts/RoundProof.tsx'
import { StepList } from './parts/StepList.tsx'

function RoundPage() {
  const { t } = useLingui()
  const language = useLanguage()
  const round = useRound()
  const { query, text } = useRoundText(round.rules.document)
  const name = say(text.name, language)
  const short = shorten(round.round)
  return (
    <Page
      title={name || t`회차 ${short}`}
      lang={name ? spokenIn(text.name, language) : undefined}
    >
      <Ended round={round} />
      <PhaseLine round={round} />
      <div className="stack">
        <p>
          <MainAction round={round} />
        </p>
        <NextHint round={round} />
      </div>
      {round.rules.owners && round.rules.listLength === 0 && (
        <Notice kind="warn">
          <p>
            <Trans>경쟁하는 제안끼리 점수를 줄 수 있는 방식입니다.</Trans>
          </p>
        </Notice>
      )}
      {query.error && (
        <DocumentFailure
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <section className="stack" aria-labelledby="dates">
        <h2 id="dates">
          <Trans>일정</Trans>
        </h2>
        <StepList round={round} />
      </section>
      <section className="stack" aria-labelledby="counts">
        <h2 id="counts">
          <Trans>지금까지</Trans>
        </h2>
        <Counts round={round} />
      </section>
      <About text={text} />
      <section className="stack" aria-labelledby="more">
        <h2 id="more" className="no-print">
          <Trans>더 보기</Trans>
        </h2>
        <RoundLinks round={round.round} />
      </section>
      <PrintButton />
      <RoundProof round={round} />
    </Page>
  )
}

function About({ text }: { text: ReturnType<typeof useRoundText>['text'] }) {
  const language = useLanguage()
  if (!say(text.purpose, language)) return null
  return (
    <section className="stack text-blocks" aria-labelledby="about">
      <h2 id="about">
        <Trans>무엇을 정하나요</Trans>
      </h2>
      <p>
        <Said words={text.purpose} />
      </p>
      {say(text.whoMayTakePart, language) && (
        <>
          <h3>
            <Trans>누가 참여하나요</Trans>
          </h3>
          <p>
            <Said words={text.whoMayTakePart} />
          </p>
        </>
      )}
    </section>
  )
}

export default RoundPage
