/** Objecting by a key of this device, in the window for it. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useConfig } from '../../../config/useConfig.ts'
import type { Objection } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { useKeptActs } from '../../../signed/keptActs.ts'
import { SignedActState } from '../../acts/signed/SignedActState.tsx'
import { useObjectors } from '../api/useObjectors.ts'
import { ObjectForm } from './ObjectForm.tsx'

export type OwnObjectionProps = { objections: readonly Objection[] }

export function OwnObjection({ objections }: OwnObjectionProps) {
  const { chainId } = useConfig()
  const { phase, round } = useRound()
  const objectors = useObjectors(objections)
  const acts = useKeptActs(chainId, round).filter(
    ({ contents }) => contents.type === 'Objection',
  )
  const isSigned = (key: string) => acts.some((act) => act.key.key === key)
  const left = objectors.filter(
    ({ hasObjected, key }) => !hasObjected && !isSigned(key.key),
  )
  if (phase !== 'objections' && acts.length === 0) return null
  return (
    <section className="stack no-print" aria-labelledby="object">
      <h2 id="object">
        <Trans>이의 신청하기</Trans>
      </h2>
      {acts.map((act) => (
        <SignedActState
          key={act.signature}
          act={act}
          recorded={
            <p className="strong">
              <Trans>내 이의가 기록되었습니다 ✓</Trans>
            </p>
          }
        />
      ))}
      {phase === 'objections' && left.length > 0 && <ObjectForm from={left} />}
      {phase === 'objections' && objectors.length === 0 && (
        <p>
          <Trans>
            이의를 내려면 심사자나 신청자의 열쇠가 이 기기에 있어야 합니다.
          </Trans>{' '}
          <Link to="/me">
            <Trans>내 심사 열쇠 찾기</Trans>
          </Link>{' '}
          ·{' '}
          <Link to="/r/$round/apply/mine" params={{ round }}>
            <Trans>내가 낸 제안 찾기</Trans>
          </Link>
        </p>
      )}
    </section>
  )
}
