/** The owners of a Safe sign in for it: one text, one signature after another, until they are enough. */
import { useState } from 'react'
import { type Address, hashMessage, type Hex, isHex } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { WalletMissingError } from '../../../keys/errors.ts'
import {
  doesSafeStandBy,
  joinSignatures,
  signAsOwner,
} from '../../../keys/safeOwner.ts'
import { useNode } from '../../../queries/useNode.ts'
import { enter, makeMessage } from '../../../relayer/session.ts'
import { readSlip, type Slip } from '../../../relayer/signInSlip.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { useWork } from './useWork.ts'

export function useSafeSignIn(
  relayer: string,
  safe: Address,
  onEntered: () => void,
) {
  const config = useConfig()
  const { chainId } = config
  const node = useNode()
  const wallet = useActingWallet()
  const work = useWork<unknown>()
  const [slip, setSlip] = useState<Slip>()
  const place = { node, chainId, safe }

  /** In, where the signature is enough; `false` where more have to sign. */
  async function tryToEnter(message: string, signature: Hex): Promise<boolean> {
    if (!(await doesSafeStandBy(place, hashMessage(message), signature)))
      return false
    await enter(relayer, safe, message, signature)
    onEntered()
    return true
  }

  async function take(next: Slip): Promise<void> {
    const signature = joinSignatures(next.signatures)
    if (!(await tryToEnter(next.message, signature))) setSlip(next)
  }

  async function sign(): Promise<void> {
    if (!wallet?.found) throw new WalletMissingError()
    const { connectWallet } = await import('../../../keys/walletConnection.ts')
    const connection = await connectWallet(wallet.found, config)
    const message = slip?.message ?? (await makeMessage(relayer, safe))
    const hash = hashMessage(message)
    const own = await signAsOwner(place, connection, hash)
    await take({ message, signatures: { ...slip?.signatures, ...own } })
  }

  /** Another owner's text, or what a Safe's own program made of the message. */
  async function receive(text: string): Promise<void> {
    const given = text.trim()
    if (slip && isHex(given)) {
      if (!(await tryToEnter(slip.message, given))) {
        const { MoreOwnersError } = await import('../../../keys/safeOwner.ts')
        throw new MoreOwnersError({ safe })
      }
      return
    }
    const received = readSlip(given, { chainId, safe })
    const isSame = received.message === slip?.message
    const known = isSame ? slip.signatures : {}
    await take({
      message: received.message,
      signatures: { ...known, ...received.signatures },
    })
  }

  return {
    slip,
    ...{ isBusy: work.isBusy, error: work.error },
    begin: () =>
      work.run(async () => {
        setSlip({ message: await makeMessage(relayer, safe), signatures: {} })
      }),
    sign: () => work.run(sign),
    receive: (text: string) => work.run(() => receive(text)),
  }
}
