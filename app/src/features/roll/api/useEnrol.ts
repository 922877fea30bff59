/** Takes the seat of a ticket: a key is made or connected, signs, and is held. */
import { useRef, useState } from 'react'
import { bytesToHex, hexToBytes } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { type HeldKey, holdKey, type Seat } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import type { FoundTicket } from '../../../relayer/tickets.ts'

export type EnrolStep = 'idle' | 'making' | 'confirming' | 'sending'

export type EnrolWith =
  { kind: 'passkey'; label: string } | { kind: 'wallet'; wallet: FoundWallet }

export function useEnrol(code: string, ticket: FoundTicket) {
  const config = useConfig()
  const [step, setStep] = useState<EnrolStep>('idle')
  const [error, setError] = useState<unknown>()
  const isBusy = useRef(false)
  /** Made, and not yet enrolled: the next try takes the same one. */
  const [made, setMade] = useState<HeldKey>()
  const { reviewer, round } = ticket
  const seat: Seat = { chainId: config.chainId, round, reviewer }

  async function makeKey(by: EnrolWith): Promise<HeldKey> {
    if (made?.kind === 'passkey' && by.kind === 'passkey') return made
    setStep('making')
    if (by.kind === 'passkey') {
      const { passkeyVerifier: verifier } = config
      const passkeys = await import('../../../keys/passkeys.ts')
      if (!verifier) throw new Error('config.json names no passkeyVerifier.')
      const { label } = by
      return passkeys.createPasskey(seat, { label, verifier })
    }
    const { connectWallet } = await import('../../../keys/walletConnection.ts')
    const { address } = await connectWallet(by.wallet, config)
    return { ...seat, kind: 'wallet', key: address }
  }

  async function claim(key: HeldKey, by: EnrolWith): Promise<void> {
    setStep('confirming')
    const [tickets, enrolment, signing, packing, relayer] = await Promise.all([
      import('../../../../../protocol/tickets/ticketCode.ts'),
      import('../../../../../protocol/tickets/enrolment.ts'),
      import('../../../keys/signWithKey.ts'),
      import('../../../../../protocol/signer.ts'),
      import('../../../relayer/tickets.ts'),
    ])
    const hash = tickets.ticketHash(tickets.parseTicket(code))
    const id = { chainId: BigInt(config.chainId), round }
    const message = { reviewer, key: key.key, ticket: hash }
    const toSign = {
      digest: hexToBytes(enrolment.enrolmentDigest(id, message)),
      typedData: enrolment.toEnrolmentTypedData(id, message),
    }
    const wallet = by.kind === 'wallet' ? by.wallet : undefined
    const signed = await signing.signWithKey(key, toSign, { config, wallet })
    const signature = bytesToHex(packing.packSignature(signed))
    setStep('sending')
    const json = { ticket: code, key: key.key, signature }
    await relayer.claimSeat(config.relayers, round, json)
  }

  return {
    ...{ error, step },
    /** A passkey was made, and the confirmation after it did not come. */
    hasKey: made !== undefined,
    enrol: async (by: EnrolWith): Promise<boolean> => {
      if (isBusy.current) return false
      isBusy.current = true
      setError(undefined)
      try {
        const key = await makeKey(by)
        setMade(key)
        await claim(key, by)
        holdKey(key)
        return true
      } catch (thrown) {
        setError(thrown)
        return false
      } finally {
        isBusy.current = false
        setStep('idle')
      }
    },
  }
}
