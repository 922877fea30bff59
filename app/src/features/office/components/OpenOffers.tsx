/** Offers that nobody has accepted yet, and taking them back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { zeroAddress } from 'viem'
import { enumNumber, type Role, roles } from '../../../../../chain/enums.ts'
import type { Round } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { useIsContract } from '../../acts/api/useIsContract.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import type { Offers } from '../api/useOffers.ts'
import { mayOffer } from '../mayOffer.ts'
import { officeNames } from '../names.ts'

export type OpenOffersProps = { round: Round; offers: Offers }

export function OpenOffers({ offers, round }: OpenOffersProps) {
  const open = roles.filter((role) => offers[role] !== undefined)
  if (open.length === 0) return null
  return (
    <section className="stack" aria-labelledby="offers">
      <h2 id="offers">
        <Trans>아직 받지 않은 것</Trans>
      </h2>
      {open.map((role) => (
        <Offer key={role} role={role} round={round} next={offers[role] ?? ''} />
      ))}
    </section>
  )
}

type OfferProps = { role: Role; round: Round; next: string }

function Offer({ next, role, round }: OfferProps) {
  const { i18n, t } = useLingui()
  const wallet = useActingWallet()
  const name = i18n._(officeNames[role])
  const isOwn = wallet && mayOffer(role, round, wallet.address)
  const holder = round.holders[role]
  const isOfSafe = useIsContract(holder) === true
  return (
    <div className="card stack">
      <p>
        <Trans>
          {name} → <code>{next}</code>
        </Trans>
      </p>
      <p>
        <Trans>
          그 지갑으로 이 화면을 열고 ‘받기’를 눌러야 넘어갑니다. 이 화면의
          주소를 보내 주세요.
        </Trans>
      </p>
      {(isOwn === true || isOfSafe) && (
        <ActForm
          name={t`넘기기 거두기`}
          label={<Trans>{name} 넘기기 거두기</Trans>}
          line={
            <Trans>
              {name}: {next}에게 넘기려던 것을 거두었습니다.
            </Trans>
          }
          {...(isOwn === true ? {} : { holder })}
          calls={() => [
            roundCall(round.round, 'offerRole', [
              enumNumber(roles, role),
              zeroAddress,
            ]),
          ]}
        />
      )}
    </div>
  )
}
