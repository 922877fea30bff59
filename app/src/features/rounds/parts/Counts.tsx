/** How much there is of everything, each with what it is a part of. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from '../../../config/useConfig.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { coverageQuery } from '../../../queries/coverage.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useStanding } from '../standing.ts'

export function Counts({ round }: { round: Round }) {
  return (
    <dl className="facts">
      <Proposals round={round} />
      <Reviewers round={round} />
    </dl>
  )
}

function Proposals({ round }: { round: Round }) {
  const { number } = useFormats()
  const { data } = useQuery(proposalsQuery(useNode(), round))
  const { accepted, isFixed, onRoster } = round.roster
  const registered = data?.length
  return (
    <>
      <dt>
        <Trans>제안</Trans>
      </dt>
      <dd>
        {registered === undefined ? (
          <Trans>적격 {number(isFixed ? onRoster : accepted)}개</Trans>
        ) : (
          <Trans>
            등록 {number(registered)}개 중 적격{' '}
            {number(isFixed ? onRoster : accepted)}개
          </Trans>
        )}
      </dd>
    </>
  )
}

function Reviewers({ round }: { round: Round }) {
  const { relayers } = useConfig()
  const { number, percent } = useFormats()
  const { data } = useQuery(coverageQuery(relayers, round.round))
  const { isDrawn } = useStanding(round)
  const { ballots, reviewers } = round
  if (reviewers === 0) return null
  const seats = data && data.seats > 0 ? data.seats : undefined
  const enrolled = isDrawn ? seats : data?.tickets?.claimed
  const all = enrolled ?? reviewers
  return (
    <>
      <dt>
        <Trans>심사자</Trans>
      </dt>
      <dd>
        {enrolled === undefined ? (
          <Trans>자리 {number(reviewers)}개</Trans>
        ) : (
          <Trans>
            자리 {number(reviewers)}개 중 등록 {number(enrolled)}명 (
            {percent(enrolled / reviewers)})
          </Trans>
        )}
      </dd>
      {isDrawn && (
        <>
          <dt>
            <Trans>심사표</Trans>
          </dt>
          <dd>
            <Trans>
              심사자 {number(all)}명 중 {number(ballots.cast)}명이 낸 것이
              기록됨 ({percent(all === 0 ? 0 : ballots.cast / all)})
            </Trans>
          </dd>
        </>
      )}
    </>
  )
}
