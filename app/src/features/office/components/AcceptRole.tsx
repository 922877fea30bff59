/** For the new wallet: what it is offered, and taking it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { enumNumber, type Role, roles } from '../../../../../chain/enums.ts'
import type { Round } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import type { Offers } from '../api/useOffers.ts'
import { officeNames } from '../names.ts'

export type AcceptRoleProps = { round: Round; offers: Offers }

export function AcceptRole({ offers, round }: AcceptRoleProps) {
  const own = useActingWallet()?.address.toLowerCase()
  // What was tried stays, so that a refusal can be read where the offer is gone.
  const [tried, setTried] = useState<Role>()
  if (own === undefined) return null
  const shown = roles.filter(
    (role) => offers[role]?.toLowerCase() === own || role === tried,
  )
  return shown.map((role) => (
    <Accept key={role} role={role} round={round} onTried={setTried} />
  ))
}

type AcceptProps = {
  role: Role
  round: Round
  /** Undefined once it is done. */
  onTried: (role: Role | undefined) => void
}

function Accept({ onTried, role, round }: AcceptProps) {
  const { i18n, t } = useLingui()
  const wallet = useActingWallet()
  const name = i18n._(officeNames[role])
  return (
    <section className="card stack">
      <h2>
        <Trans>이 지갑이 받을 담당: {name}</Trans>
      </h2>
      <p>
        <Trans>받으면 지금까지의 담당은 더는 이 일을 할 수 없습니다.</Trans>
      </p>
      <ActForm
        name={t`담당 받기`}
        label={<Trans>{name} 받기</Trans>}
        line={
          <Trans>
            {name}: {round.holders[role]} → {wallet?.address}
          </Trans>
        }
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
