/** The first face: a relayer or a wallet has sent it, and it is not the end yet. */
import { Trans } from '@lingui/react/macro'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { referenceOf } from '../../../ballots/reference.ts'
import { fileNameOf, sealedBallotFile } from '../../../ballots/ballotFile.ts'
import { saveJson } from '../../../components/saveFile.ts'
import { useFormats } from '../../../hooks/useFormats.ts'

export function Received({
  ballot,
  isLate,
}: {
  ballot: KeptBallot
  isLate: boolean
}) {
  const { moment } = useFormats()
  const includeBy = Number(ballot.receipt?.['includeBy'] ?? 0)
  return (
    <div className="received stack">
      <p role="status">
        {includeBy > 0 && !isLate && (
          <Trans>
            늦어도 {moment(includeBy)}까지 기록됩니다. 창을 닫아도 됩니다.
          </Trans>
        )}
        {includeBy > 0 && isLate && (
          <Trans>
            {moment(includeBy)}까지 기록한다는 약속이 지켜지지 않았습니다.
          </Trans>
        )}
        {includeBy === 0 && ballot.sentBy === 'relayer' && (
          <Trans>중계자가 받았습니다. 기록되면 이 화면이 바뀝니다.</Trans>
        )}
        {ballot.sentBy === 'wallet' && (
          <Trans>지갑으로 보냈습니다. 기록되면 이 화면이 바뀝니다.</Trans>
        )}
      </p>
      <p>
        <Trans>확인 번호</Trans>{' '}
        <span className="reference">{referenceOf(ballot.digest)}</span>
      </p>
      <p>
        <Trans>
          심사자 {ballot.reviewer}번 · {ballot.version}번째 심사표
        </Trans>
      </p>
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            const name = fileNameOf('dure-receipt', ballot)
            saveJson(name, ballot.receipt ?? sealedBallotFile(ballot))
          }}
        >
          <Trans>접수증 저장</Trans>
        </button>
      </p>
    </div>
  )
}
