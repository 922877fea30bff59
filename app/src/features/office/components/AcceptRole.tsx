/** For the new holder: what it is offered, and taking it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import { enumNumber, type Role, roles } from '../../../../../chain/enums.ts'
import type { Round } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { useIsContract } from '../../acts/api/useIsContract.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import type { Offers } from '../api/useOffers.ts'
import { officeNames } from '../names.ts'

export type AcceptRoleProps = { round: Round; offers: Offers }

export function AcceptRole({ offers, round }: AcceptRoleProps) {
  // What was tried stays, so that a refusal can be read where the offer is gone.
  const [tried, setTried] = useState<Role>()
  return roles.map((role) => (
    <Offered
      key={role}
      role={role}
      round={round}
      next={offers[role]}
      isTried={role === tried}
      onTried={setTried}
    />
  ))
}

type OfferedProps = {
  role: Role
  round: Round
  /** To whom it is offered. */
  next: Address | undefined
  isTried: boolean
  /** Undefined once it is done. */
  onTried: (role: Role | undefined) => void
}

/** For the wallet that is offered it; for a Safe's owners, whatever wallet they have. */
function Offered({ isTried, next, onTried, role, round }: OfferedProps) {
  const { i18n, t } = useLingui()
  const wallet = useActingWallet()
  const isContract = useIsContract(next) === true
  const isOwn =
    next !== undefined && next.toLowerCase() === wallet?.address.toLowerCase()
  if (!isOwn && !isContract && !isTried) return null
  const name = i18n._(officeNames[role])
  return (
    <section className="card stack">
      <h2>
        {isContract && !isOwn ? (
          <Trans>계약 지갑(Safe)이 받을 담당: {name}</Trans>
        ) : (
          <Trans>이 지갑이 받을 담당: {name}</Trans>
        )}
      </h2>
      <p>
        <Trans>받으면 지금까지의 담당은 더는 이 일을 할 수 없습니다.</Trans>
      </p>
      <ActForm
        name={t`담당 받기`}
        label={<Trans>{name} 받기</Trans>}
        line={
          <Trans>
            {name}: {round.holders[role]} → {next ?? wallet?.address}
          </Trans>
        }
        holder={next}
        calls={() => {
          onTried(role)
          return [
            roundCall(round.round, 'acceptRole', [enumNumber(roles, role)]),
          ]
        }}
        onDone={() => {
          onTried(undefined)
        }}
      />
    </section>
  )
}
