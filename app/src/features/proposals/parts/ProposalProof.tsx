/** Where the proposal stands on the chain. */
import { Trans, useLingui } from '@lingui/react/macro'
import { toCid } from '../../../../../protocol/cid.ts'
import { CopyText, shorten } from '../../../components/CopyText.tsx'
import { Proof } from '../../../components/Proof.tsx'
import type { ListedProposal } from '../../../queries/proposals.ts'

export function ProposalProof({ proposal }: { proposal: ListedProposal }) {
  const { t } = useLingui()
  const labels = { copy: t`복사`, copied: t`복사했습니다` }
  const { digest, key, ordinal, version } = proposal
  const cid = toCid(digest)
  return (
    <Proof>
      <dl className="facts">
        <dt>
          <Trans>글의 해시 (sha2-256)</Trans>
        </dt>
        <dd>
          <CopyText value={digest} short={shorten(digest)} {...labels} />
        </dd>
        <dt>
          <Trans>글의 주소 (CID)</Trans>
        </dt>
        <dd>
          <CopyText value={cid} short={shorten(cid)} {...labels} />
        </dd>
        <dt>
          <Trans>공동체의 열쇠</Trans>
        </dt>
        <dd>
          <CopyText value={key} short={shorten(key)} {...labels} />
        </dd>
        <dt>
          <Trans>판</Trans>
        </dt>
        <dd>{version}</dd>
        <dt>
          <Trans>접수 순서</Trans>
        </dt>
        <dd>{ordinal}</dd>
      </dl>
    </Proof>
  )
}
