/** The second face, and the end: the ballot stands on the public ledger. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { fileNameOf, ownBallotFile } from '../../../ballots/ballotFile.ts'
import type { RecordedBallot } from '../../../ballots/findRecorded.ts'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { referenceOf } from '../../../ballots/reference.ts'
import { Proof } from '../../../components/Proof.tsx'
import { saveJson } from '../../../components/saveFile.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useRound } from '../../../queries/round.ts'

const QrCode = lazy(async () => {
  const { QrCode } = await import('../../../components/QrCode.tsx')
  return { default: QrCode }
})

export type RecordedProps = {
  heldKey: HeldKey
  /** The version that counts. */
  counting: RecordedBallot
  /** As it was signed here; none where it came from elsewhere. */
  ballot: KeptBallot | undefined
}

export function Recorded({ ballot, counting, heldKey }: RecordedProps) {
  const { moment } = useFormats()
  const { round } = heldKey
  const reference = referenceOf(counting.digest)
  const isOpen = useRound().phase === 'review'
  return (
    <>
      <div className="done stack stack--tight" role="status">
        <p className="strong lead">
          <Trans>✓ 공개 장부에 기록되었습니다. 이제 끝났습니다.</Trans>
        </p>
        <p>
          <Trans>확인 번호</Trans>{' '}
          <span className="reference">{reference}</span>
        </p>
        <p>
          <Trans>
            심사자 {heldKey.reviewer}번 · {counting.version}번째 심사표 ·{' '}
            {moment(counting.recordedAt)}
          </Trans>
        </p>
      </div>
      <Actions ballot={ballot} reference={reference} />
      {ballot && (
        <p>
          <Trans>
            접수증에는 점수가 있으니 남에게 주지 마세요. 확인 번호는 괜찮습니다.
          </Trans>
        </p>
      )}
      <NextDates isOpen={isOpen} left={counting.version} />
      <p>
        <Link
          className="back"
          to="/r/$round/check"
          params={{ round }}
          search={{ ref: reference } as never}
        >
          <Trans>이 확인 번호로 확인하기</Trans>
        </Link>
      </p>
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>심사표 묶음</Trans>
          </dt>
          <dd>{counting.page}</dd>
          <dt>
            <Trans>블록</Trans>
          </dt>
          <dd>{counting.block}</dd>
          <dt>
            <Trans>거래</Trans>
          </dt>
          <dd>
            <code>{counting.transaction}</code>
          </dd>
          <dt>
            <Trans>심사표</Trans>
          </dt>
          <dd>
            <code>{counting.digest}</code>
          </dd>
          <dt>
            <Trans>봉인</Trans>
          </dt>
          <dd>
            <code>{counting.seal}</code>
          </dd>
        </dl>
      </Proof>
    </>
  )
}

function Actions({
  ballot,
  reference,
}: {
  ballot: KeptBallot | undefined
  reference: string
}) {
  const { t } = useLingui()
  const { round } = useRound()
  const [hasQr, setQr] = useState(false)
  const { origin, pathname } = window.location
  const link = `${origin}${pathname}#/r/${round}/check?ref=${reference}`
  return (
    <>
      <div className="row no-print">
        {ballot && (
          <button
            className="button button--main"
            type="button"
            onClick={() => {
              const { receipt } = ballot
              const name = fileNameOf('dure-own-ballot', ballot)
              saveJson(name, { ...ownBallotFile(ballot), receipt })
            }}
          >
            <Trans>접수증 저장</Trans>
          </button>
        )}
        <button
          className="button"
          type="button"
          onClick={() => {
            window.print()
          }}
        >
          <Trans>인쇄</Trans>
        </button>
        <button
          className="button"
          type="button"
          aria-expanded={hasQr}
          onClick={() => {
            setQr(!hasQr)
          }}
        >
          QR
        </button>
      </div>
      {hasQr && (
        <Suspense>
          <QrCode
            text={link}
            label={t`확인 주소의 QR. 점수는 들어 있지 않습니다.`}
          />
        </Suspense>
      )}
    </>
  )
}

function NextDates({ isOpen, left }: { isOpen: boolean; left: number }) {
  const { moment } = useFormats()
  const { round, rules } = useRound()
  const { close, openUntil } = rules.times
  const canChange = isOpen && left < rules.ballotLimit
  return (
    <div className="stack stack--tight">
      <p>
        <Trans>
          다음: {moment(close)} 마감 → 개표 → {moment(openUntil)} 뒤 결과
        </Trans>
      </p>
      {canChange ? (
        <p className="no-print">
          <Link
            className="button"
            to="/r/$round/review/$place"
            params={{ round, place: '1' }}
          >
            <Trans>점수 고치기</Trans>
          </Link>
        </p>
      ) : (
        isOpen && (
          <p>
            <Trans>더 고칠 수는 없습니다.</Trans>
          </p>
        )
      )}
    </div>
  )
}
