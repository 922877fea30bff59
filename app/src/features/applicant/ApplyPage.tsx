/** A proposal is written here, looked at as others will see it, and handed in by a signature. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useConfig } from '../../config/useConfig.ts'
import { useFormats } from '../../hooks/useFormats.ts'
import { useLanguage } from '../../hooks/useLanguage.ts'
import { useApplicantKeys } from '../../keys/applicantKeys.ts'
import { type Round, useRound } from '../../queries/round.ts'
import { useDraft } from './api/draft.ts'
import { CheckStep } from './components/CheckStep.tsx'
import { WriteStep } from './components/WriteStep.tsx'
import './applicant.css'

function ApplyPage() {
  const { t } = useLingui()
  const round = useRound()
  const using = useDraft(round.round, useLanguage())
  const { replaces, step } = using.draft
  const isOpen = round.phase === 'registration'
  const title =
    isOpen && step === 'check'
      ? t`내기 전에 확인해 주세요`
      : replaces
        ? t`제안 고쳐 내기`
        : t`제안 제출하기`
  return (
    <Page
      key={step}
      title={title}
      back={<BackToRound round={round.round} />}
      isText
    >
      {!isOpen ? (
        <Closed round={round} />
      ) : step === 'check' ? (
        <CheckStep {...using} />
      ) : (
        <>
          <Until round={round} />
          <WriteStep {...using} />
        </>
      )}
      <ToMine round={round} />
    </Page>
  )
}

function Until({ round: { rules } }: { round: Round }) {
  const { moment } = useFormats()
  const until = moment(rules.times.registerUntil)
  return (
    <p className="lead">
      <Trans>
        {until}까지 낼 수 있고, 그때까지는 몇 번이든 고칠 수 있습니다. 돈은 들지
        않습니다.
      </Trans>
    </p>
  )
}

function Closed({ round: { round, rules } }: { round: Round }) {
  const { moment } = useFormats()
  const until = moment(rules.times.registerUntil)
  return (
    <Notice>
      <p className="strong">
        <Trans>지금은 제안을 받지 않습니다.</Trans>
      </p>
      <p>
        <Trans>
          모집은 {until}에 끝났습니다. 쓰던 글은 이 기기에 있습니다.
        </Trans>
      </p>
      <p>
        <Link to="/r/$round/p" params={{ round }} className="button">
          <Trans>제안 보기</Trans>
        </Link>
      </p>
    </Notice>
  )
}

function ToMine({ round: { round } }: { round: Round }) {
  const { chainId } = useConfig()
  const keys = useApplicantKeys(chainId, round)
  return (
    <p>
      <Link className="back" to="/r/$round/apply/mine" params={{ round }}>
        {keys.length > 0 ? (
          <Trans>이 기기에서 낸 제안 보기</Trans>
        ) : (
          <Trans>이미 낸 제안 찾기</Trans>
        )}
      </Link>
    </p>
  )
}

export default ApplyPage
