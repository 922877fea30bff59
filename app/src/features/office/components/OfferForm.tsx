/** To whom a role is offered: the address is checked before the wallet is asked. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { type Address, getAddress } from 'viem'
import { enumNumber, type Role, roles } from '../../../../../chain/enums.ts'
import type { Round } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { roundCall } from '../../acts/call.ts'
import { useIsContract } from '../../acts/api/useIsContract.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { mayOffer } from '../mayOffer.ts'
import { officeNames } from '../names.ts'
import { readRecipient } from '../readRecipient.ts'
import { AddressField } from './AddressField.tsx'

export function OfferForm({ round }: { round: Round }) {
  const { i18n, t } = useLingui()
  const id = useId()
  const wallet = useActingWallet()
  const own = wallet
    ? roles.filter((role) => mayOffer(role, round, wallet.address))
    : []
  const [chosen, setRole] = useState<Role>()
  const [text, setText] = useState('')
  const role = chosen ?? own[0] ?? 'admin'
  const read = readRecipient(text, round.holders[role])
  const next: Address | undefined =
    read.kind === 'good' ? read.address : undefined
  const isContract = useIsContract(next)
  const name = i18n._(officeNames[role])
  return (
    <section className="stack" aria-labelledby="offer">
      <h2 id="offer">
        <Trans>새로 넘기기</Trans>
      </h2>
      <div className="field">
        <label htmlFor={id}>
          <Trans>어떤 담당</Trans>
        </label>
        <select
          id={id}
          value={role}
          onChange={({ target }) => {
            setRole(target.value as Role)
          }}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {i18n._(officeNames[one])}
            </option>
          ))}
        </select>
      </div>
      <AddressField
        value={text}
        read={read}
        isContract={isContract === true}
        onChange={setText}
      />
      <ActForm
        name={t`담당 넘기기`}
        label={<Trans>{name} 넘기기</Trans>}
        line={
          next && (
            <Trans>
              {name}: {getAddress(next)}에게 넘기겠다고 했습니다.
            </Trans>
          )
        }
        {...(wallet && mayOffer(role, round, wallet.address)
          ? {}
          : { holder: round.holders[role] })}
        calls={() =>
          next
            ? [
                roundCall(round.round, 'offerRole', [
                  enumNumber(roles, role),
                  next,
                ]),
              ]
            : []
        }
        isReady={next !== undefined}
        missing={<Trans>새 지갑의 주소를 적으세요.</Trans>}
        onDone={() => {
          setText('')
        }}
      />
    </section>
  )
}
