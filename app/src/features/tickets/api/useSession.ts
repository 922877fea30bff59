/** The registrar, signed in at a relayer until it expires: the acting wallet, or a Safe by its owners. */
import { useState } from 'react'
import type { Address } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { WalletAccountError, WalletMissingError } from '../../../keys/errors.ts'
import {
  forgetSession,
  keptSession,
  type Session,
  signIn,
} from '../../../relayer/session.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'

export type SignIn = {
  session: Session | undefined
  isBusy: boolean
  error: unknown
  enter: () => Promise<void>
  leave: () => void
  /** Somebody came in by other means. */
  look: () => void
}

/** `safe`: whose session it is, where its owners sign. */
export function useSession(relayer: string, safe?: Address): SignIn {
  const config = useConfig()
  const wallet = useActingWallet()
  const [, setCount] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const account = safe ?? wallet?.address
  const session = account && keptSession(relayer, account)
  const look = () => {
    setCount((count) => count + 1)
  }
  async function ask(): Promise<void> {
    if (!wallet?.found) throw new WalletMissingError()
    const { connectWallet } = await import('../../../keys/walletConnection.ts')
    const { address: expected, found } = wallet
    const connection = await connectWallet(found, config)
    const { address } = connection
    if (expected.toLowerCase() !== address.toLowerCase())
      throw new WalletAccountError({ expected, actual: address })
    const { getAddress } = await import('viem')
    await signIn(relayer, getAddress(address), (message) =>
      connection.signText(message),
    )
  }
  return {
    ...{ session, isBusy, error, look },
    async enter() {
      setIsBusy(true)
      setError(undefined)
      try {
        await ask()
      } catch (thrown) {
        setError(thrown)
      } finally {
        setIsBusy(false)
        look()
      }
    },
    leave() {
      if (session) forgetSession(session)
      look()
    },
  }
}
