/**
 * The end of every form of an official: what the log will say, with which wallet,
 * one press, where it stands, and what went wrong. Where a contract holds the
 * role, the same calls as a file for its owners.
 */
import type { ReactNode } from 'react'
import type { Address, TransactionReceipt } from 'viem'
import { type Acting, useAct } from '../api/useAct.ts'
import { useIsContract } from '../api/useIsContract.ts'
import { useActingWallet } from '../actingWallet.ts'
import type { Call } from '../call.ts'
import { ActingWallet } from './ActingWallet.tsx'
import { ActProgress } from './ActProgress.tsx'
import { ActTrouble } from './ActTrouble.tsx'
import { PublicLine } from './PublicLine.tsx'
import { SafeExport } from './SafeExport.tsx'

export type ActFormProps = {
  /** What it is called where it is sent from elsewhere: one line, plain text. */
  name: string
  /** Of the button. */
  label: ReactNode
  /** What the log will say; none where it says nothing. */
  line?: ReactNode
  /** The only one that may; anyone where there is none. */
  holder?: Address | undefined
  /** Made when it is pressed; may bring documents to the relayers first. */
  calls: () => readonly Call[] | Promise<readonly Call[]>
  /** False while something is missing: the button then says why. */
  isReady?: boolean
  /** What is missing. */
  missing?: ReactNode
  onDone?: (receipts: readonly TransactionReceipt[]) => void
  /** Where the caller shows the state itself. */
  acting?: Acting
}

export function ActForm(props: ActFormProps) {
  const own = useAct()
  const { acting = own, calls, holder, isReady = true, missing } = props
  const wallet = useActingWallet()
  const isContract = useIsContract(holder)
  const isSafeElsewhere =
    isContract === true &&
    holder?.toLowerCase() !== wallet?.address.toLowerCase()
  const isBusy = acting.step !== 'idle' && acting.step !== 'done'
  async function press() {
    if (!isReady || isBusy) return
    const receipts = await acting.perform(calls)
    if (receipts) props.onDone?.(receipts)
  }
  return (
    <div className="stack act-form">
      {props.line !== undefined && <PublicLine>{props.line}</PublicLine>}
      {missing !== undefined && !isReady && <p className="notice">{missing}</p>}
      {isSafeElsewhere && holder ? (
        <SafeExport
          safe={holder}
          name={props.name}
          calls={calls}
          isReady={isReady}
        />
      ) : (
        <>
          <ActingWallet holder={holder} />
          {wallet && (
            <p>
              <button
                className="button button--main"
                type="button"
                aria-busy={isBusy}
                aria-disabled={!isReady}
                onClick={() => void press()}
              >
                {props.label}
              </button>
            </p>
          )}
        </>
      )}
      {acting.error !== undefined && !isBusy && (
        <ActTrouble
          error={acting.error}
          wallet={wallet?.found}
          onSwitched={() => void press()}
        />
      )}
      <ActProgress acting={acting} />
    </div>
  )
}
