/** A wallet's seats on the rolls: by connecting it, or by its address alone. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { type Address, isAddress } from 'viem'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { holdKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { roundsQuery } from '../../../queries/rounds.ts'
import { useNode } from '../../../queries/useNode.ts'
import { readField } from '../../../components/readField.ts'
import { NotFound } from './NotFound.tsx'

export function FindByWallet() {
  const { t } = useLingui()
  const config = useConfig()
  const node = useNode()
  const rounds = useQuery(roundsQuery(node, config))
  const [wallet, setWallet] = useState<FoundWallet>()
  const [found, setFound] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [wrong, setWrong] = useState('')
  async function find(address: Address) {
    setFound(undefined)
    const { findWalletKeys } = await import('../api/findKey.ts')
    const list = rounds.data ?? (await rounds.refetch()).data ?? []
    const keys = await findWalletKeys(node, config, list, address)
    keys.forEach(holdKey)
    setFound(keys.length)
  }
  async function connect(chosen: FoundWallet) {
    setWallet(chosen)
    setError(undefined)
    try {
      const { connectWallet } =
        await import('../../../keys/walletConnection.ts')
      await find((await connectWallet(chosen, config)).address)
    } catch (thrown) {
      setError(thrown)
    }
  }
  const look = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readField(event.currentTarget, 'address').trim()
    const isRight = isAddress(text, { strict: false })
    setWrong(isRight ? '' : t`0x로 시작하는 지갑 주소 42자를 적어 주세요.`)
    if (isRight) find(text).catch(setError)
  }
  return (
    <details className="proof">
      <summary>
        <Trans>지갑으로 등록했다면</Trans>
      </summary>
      <div className="stack">
        <WalletChoice
          label={<Trans>이 지갑으로 찾기</Trans>}
          onChoose={(chosen) => void connect(chosen)}
        />
        <form className="field" onSubmit={look} noValidate>
          <label htmlFor="address">
            <Trans>또는 지갑 주소</Trans>
          </label>
          <input
            id="address"
            name="address"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong !== ''}
            aria-describedby="address-error"
          />
          <p id="address-error" className="field__error" role="alert">
            {wrong}
          </p>
          <p>
            <button className="button" type="submit">
              <Trans>주소로 찾기</Trans>
            </button>
          </p>
        </form>
        {error !== undefined && (
          <KeyTrouble
            error={error}
            wallet={wallet}
            onSwitched={() => {
              if (wallet) void connect(wallet)
            }}
          />
        )}
        <div role="status">
          {found !== undefined && found > 0 && (
            <p className="strong">
              <Plural
                value={found}
                other="자리 #개를 찾았습니다. 위의 ‘내 일’에 있습니다."
              />
            </p>
          )}
          {found === 0 && <NotFound />}
        </div>
      </div>
    </details>
  )
}
