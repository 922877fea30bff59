/** Where a round stands on the chain, for whoever checks it with other tools. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Proof } from '../../../components/Proof.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { headQuery } from '../../../queries/head.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { Digest } from './Digest.tsx'

export function RoundProof({ round }: { round: Round }) {
  const { chainId } = useConfig()
  const { data: head } = useQuery(headQuery(useNode()))
  return (
    <Proof>
      <dl className="facts">
        <dt>
          <Trans>회차의 주소</Trans>
        </dt>
        <dd>
          <Digest value={round.round} />
        </dd>
        <dt>
          <Trans>체인 번호</Trans>
        </dt>
        <dd>{chainId}</dd>
        <dt>
          <Trans>규칙의 해시 (keccak256)</Trans>
        </dt>
        <dd>
          <Digest value={round.rulesDigest} />
        </dd>
        <dt>
          <Trans>회차 문서의 해시 (sha2-256)</Trans>
        </dt>
        <dd>
          <Digest value={round.rules.document} />
        </dd>
        <dt>
          <Trans>첫 블록</Trans>
        </dt>
        <dd>{String(round.fromBlock)}</dd>
        {head && (
          <>
            <dt>
              <Trans>지금 읽은 블록</Trans>
            </dt>
            <dd>{String(head.number)}</dd>
          </>
        )}
      </dl>
    </Proof>
  )
}
