/** A ballot on its way: received, recorded, opened, counted, each with time and place. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Notice } from '../../../components/Notice.tsx'
import { Proof } from '../../../components/Proof.tsx'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Act } from '../../../queries/acts.ts'
import { useRound } from '../../../queries/round.ts'
import {
  isClosed,
  type TracedBallot,
  type TracedOpening,
} from '../api/traceBallots.ts'
import { SpoiledWhy } from './SpoiledWhy.tsx'
import { UnopenedHelp } from './UnopenedHelp.tsx'

export type BallotTrailProps = {
  reviewer: number
  ballot: TracedBallot | undefined
  ballots: readonly TracedBallot[]
  opening: TracedOpening | null
  kept: KeptBallot | undefined
}

export function BallotTrail(props: BallotTrailProps) {
  const { ballot, ballots, kept, opening, reviewer } = props
  const { moment } = useFormats()
  const last = ballots.at(-1)
  const isReplaced = ballot !== undefined && last !== ballot
  const signedAt = kept && moment(kept.signedAt)
  return (
    <>
      {ballot && <Which ballot={ballot} />}
      {isReplaced && last && <Replaced by={last} />}
      <ol className="plain-list trail">
        <Step mark={ballot || kept?.receipt ? 'done' : 'open'} number={1}>
          <p className="strong">
            <Trans>접수됨</Trans>
          </p>
          <p>
            {signedAt !== undefined ? (
              <Trans>이 기기에서 {signedAt}에 서명했습니다.</Trans>
            ) : (
              <Trans>기록된 심사표이므로 접수는 끝난 일입니다.</Trans>
            )}
          </p>
        </Step>
        <Step mark={ballot ? 'done' : 'open'} number={2}>
          <p className="strong">
            <Trans>기록됨</Trans>
          </p>
          {ballot ? (
            <At act={ballot.recorded} page={ballot.page} />
          ) : (
            <p>
              <Trans>
                아직 기록되지 않았습니다. 이 화면을 조금 뒤에 다시 열어 보세요.
              </Trans>
            </p>
          )}
        </Step>
        {ballot && !isReplaced && (
          <Rest ballot={ballot} opening={opening} reviewer={reviewer} />
        )}
      </ol>
    </>
  )
}

function Which({ ballot }: { ballot: TracedBallot }) {
  return (
    <>
      <p>
        <Trans>확인 번호</Trans>{' '}
        <span className="reference">{ballot.reference}</span> ·{' '}
        <Plural value={ballot.version} other="#번째 심사표" />
      </p>
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>서명한 내용의 지문</Trans>
          </dt>
          <dd>
            <code>{ballot.digest}</code>
          </dd>
          <dt>
            <Trans>봉인</Trans>
          </dt>
          <dd>
            <code>{ballot.seal}</code>
          </dd>
        </dl>
      </Proof>
    </>
  )
}

function Replaced({ by }: { by: TracedBallot }) {
  const { round } = useRound()
  return (
    <Notice kind="warn">
      <p className="strong">
        <Trans>대체됨</Trans>
      </p>
      <p>
        <Plural
          value={by.version}
          other="뒤에 다시 보낸 #번째 심사표가 이것을 대신합니다. 마지막 것만 셉니다."
        />
      </p>
      <p>
        <Link
          className="back"
          to="/r/$round/check"
          params={{ round }}
          search={{ ref: by.reference } as never}
        >
          <Trans>세는 심사표 보기</Trans>
        </Link>
      </p>
    </Notice>
  )
}

type RestProps = Pick<BallotTrailProps, 'opening' | 'reviewer'> & {
  ballot: TracedBallot
}

/** What comes after the close. */
function Rest({ ballot, opening, reviewer }: RestProps) {
  const round = useRound()
  const { moment } = useFormats()
  const { close, openUntil } = round.rules.times
  const from = moment(close)
  const until = moment(openUntil)
  if (!opening && !isClosed(round))
    return (
      <>
        <Step mark="open" number={3}>
          <p className="strong">
            <Trans>개봉</Trans>
          </p>
          <p>
            <Trans>
              {from}에 마감한 뒤에 열립니다. 그때까지 봉인되어 있습니다.
            </Trans>
          </p>
        </Step>
        <Step mark="open" number={4}>
          <p className="strong">
            <Trans>집계</Trans>
          </p>
          <p>
            <Trans>개표는 {until}까지입니다.</Trans>
          </p>
        </Step>
      </>
    )
  if (!opening) return <UnopenedHelp ballot={ballot} reviewer={reviewer} />
  return (
    <>
      <Step mark="done" number={3}>
        <p className="strong">
          <Trans>개봉됨</Trans>
        </p>
        <At act={opening.opened} page={opening.page} />
      </Step>
      {opening.reason === 0 ? (
        <Step mark="done" number={4}>
          <p className="strong">
            <Trans>집계됨</Trans>
          </p>
          <p>
            <Trans>열리면서 바로 합계에 더해졌습니다.</Trans>
          </p>
        </Step>
      ) : (
        <Step mark="open" number={4}>
          <p className="strong">
            <Trans>무효</Trans>
          </p>
          <SpoiledWhy reason={opening.reason} />
        </Step>
      )}
    </>
  )
}

type StepProps = { mark: 'done' | 'open'; number: number; children: ReactNode }

export function Step({ children, mark, number }: StepProps) {
  return (
    <li>
      <span
        className={
          mark === 'done' ? 'trail__mark trail__mark--done' : 'trail__mark'
        }
        aria-hidden="true"
      >
        {mark === 'done' ? '✓' : number}
      </span>
      <div>{children}</div>
    </li>
  )
}

function At({ act, page }: { act: Act; page: number }) {
  const { moment } = useFormats()
  const at = moment(act.time)
  return (
    <>
      <p>
        <Trans>
          {at} · 심사표 묶음 {page}번
        </Trans>
      </p>
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>블록</Trans>
          </dt>
          <dd>{String(act.block)}</dd>
          <dt>
            <Trans>거래</Trans>
          </dt>
          <dd>
            <code>{act.transaction}</code>
          </dd>
        </dl>
      </Proof>
    </>
  )
}
