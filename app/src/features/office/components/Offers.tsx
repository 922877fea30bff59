/** Roles that were offered to the acting wallet, and wait to be accepted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'
import { roles } from '../../../../../chain/enums.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { useOffers } from '../api/useOffers.ts'
import { officeNames } from '../names.ts'

export function Offers({ round }: { round: Address }) {
  const { i18n } = useLingui()
  const offers = useOffers(round)
  const own = useActingWallet()?.address.toLowerCase()
  const offered = roles.filter((role) => offers[role]?.toLowerCase() === own)
  if (own === undefined || offered.length === 0) return null
  const names = offered.map((role) => i18n._(officeNames[role])).join(', ')
  return (
    <Notice>
      <p>
        <Trans>이 지갑에 담당을 넘겨주려고 합니다: {names}.</Trans>{' '}
        <Link to="/r/$round/office/handover" params={{ round }}>
          <Trans>보고 받기</Trans>
        </Link>
      </p>
    </Notice>
  )
}
