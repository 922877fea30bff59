/** One proposal of this device: what was last signed, how it stands, what may be done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CopyText } from '../../../components/CopyText.tsx'
import { Said } from '../../../components/Said.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { readProposalText } from '../../../documents/roundDocument.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useDocument } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { type KeptAct, useKeptActs } from '../../../signed/keptActs.ts'
import { SignedActState } from '../../acts/signed/SignedActState.tsx'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import { Screening } from '../../proposals/parts/Screening.tsx'
import { OwnActions } from './OwnActions.tsx'

export type OwnProposalProps = {
  heldKey: HeldKey
  /** None: nothing of it is recorded yet. */
  proposal: ListedProposal | undefined
}

export function OwnProposal({ heldKey, proposal }: OwnProposalProps) {
  const { chainId } = useConfig()
  const { round } = useRound()
  const acts = useKeptActs(chainId, round)
  const last = acts.find(
    ({ contents, key }) =>
      key.key === heldKey.key && contents.type !== 'Objection',
  )
  return (
    <section className="card stack">
      {proposal ? (
        <Head proposal={proposal} />
      ) : (
        <h2>
          <Trans>아직 기록되지 않은 제안</Trans>
        </h2>
      )}
      {last && (
        <SignedActState
          key={last.signature}
          act={last}
          recorded={<Recorded act={last} />}
        />
      )}
      {proposal && (
        <>
          <Address proposal={proposal} />
          <Screening proposal={proposal} />
          <OwnActions heldKey={heldKey} proposal={proposal} />
        </>
      )}
    </section>
  )
}

function Recorded({ act: { contents } }: { act: KeptAct }) {
  if (contents.type !== 'Proposal')
    return (
      <p className="strong">
        <Trans>철회가 기록되었습니다 ✓</Trans>
      </p>
    )
  const { version } = contents.message
  return (
    <p className="strong">
      <Trans>제안이 기록되었습니다 ✓ ({version}번째 판)</Trans>
    </p>
  )
}

type HeadProps = { proposal: ListedProposal }

function Head({ proposal }: HeadProps) {
  const { data } = useDocument(proposal.digest)
  const { title } = readProposalText(data?.content ?? null)
  const { version } = proposal
  return (
    <>
      <h2>
        <Said words={title} otherwise={<ProposalName proposal={proposal} />} />
      </h2>
      <p className="quiet">
        <ProposalName proposal={proposal} /> · <Trans>{version}번째 판</Trans>
      </p>
    </>
  )
}

function Address({ proposal: { key, number } }: HeadProps) {
  const { t } = useLingui()
  const { round } = useRound()
  const place = number > 0 ? String(number) : key
  const { href } = new URL(`#/r/${round}/p/${place}`, window.location.href)
  return (
    <div className="row">
      <Link
        to="/r/$round/p/$number"
        params={{ round, number: place }}
        className="button"
      >
        <Trans>남들에게 보이는 화면</Trans>
      </Link>
      <CopyText
        value={href}
        short={t`제안의 주소`}
        copy={t`주소 복사`}
        copied={t`복사했습니다`}
      />
    </div>
  )
}
