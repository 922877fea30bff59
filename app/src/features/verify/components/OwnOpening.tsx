/** Where the key never came: the reviewer opens the own ballot, by a signature over its seal. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignedScores } from '../../../../../chain/opening/planSignedOpenings.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import { readKeptBallots } from '../../../ballots/keptBallots.ts'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundContext } from '../../../queries/useRoundContext.ts'
import { type OwnScores, signOwnOpening } from '../api/ownOpening.ts'
import type { TracedBallot } from '../api/traceBallots.ts'
import { OwnCopy } from './OwnCopy.tsx'
import { SendOpening } from './SendOpening.tsx'

export type OwnOpeningProps = { reviewer: number; ballot: TracedBallot }

export function OwnOpening({ ballot, reviewer }: OwnOpeningProps) {
  const config = useConfig()
  const context = useRoundContext()
  const key = useSeatKey(reviewer)
  const [copy, setCopy] = useState<OwnScores>()
  const [signed, setSigned] = useState<SignedScores>()
  const [wallet, setWallet] = useState<FoundWallet>()
  const [error, setError] = useState<unknown>()
  const { round, separator } = context
  const { chainId } = config
  const [kept] = readKeptBallots({ chainId, round, reviewer }).filter(
    ({ seal }) => seal === ballot.seal,
  )
  const scores = copy ?? (kept && { ...kept, ballotVersion: kept.version })
  async function sign(chosen?: FoundWallet) {
    if (!key || !scores) return
    setError(undefined)
    setWallet(chosen)
    try {
      const ways = { config, wallet: chosen }
      setSigned(await signOwnOpening({ key, separator, scores }, ways))
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <div className="stack">
      <p>
        <Trans>
          열쇠지기의 열쇠가 오지 않았습니다. 점수를 가진 심사자만 자기 심사표를
          열 수 있고, 열면 점수가 공개되어 세어집니다.
        </Trans>
      </p>
      {!scores && <OwnCopy seal={ballot.seal} onRead={setCopy} />}
      {error !== undefined && (
        <KeyTrouble
          error={error}
          wallet={wallet}
          onSwitched={() => void sign(wallet)}
        />
      )}
      {signed ? (
        <SendOpening signed={signed} />
      ) : (
        scores && key && <SignButton held={key} onSign={sign} />
      )}
    </div>
  )
}

type SignButtonProps = {
  held: HeldKey
  onSign: (wallet?: FoundWallet) => Promise<void>
}

function SignButton({ held, onSign }: SignButtonProps) {
  if (held.kind === 'wallet')
    return (
      <WalletChoice
        label={<Trans>내 심사표 열기</Trans>}
        onChoose={(wallet) => void onSign(wallet)}
      />
    )
  return (
    <p>
      <button
        className="button button--main"
        type="button"
        onClick={() => void onSign()}
      >
        <Trans>내 심사표 열기</Trans>
      </button>
    </p>
  )
}

/** Of this device; else that of a wallet, whose address stands on the roll. */
function useSeatKey(reviewer: number): HeldKey | undefined {
  const node = useNode()
  const { chainId } = useConfig()
  const { round } = useRoundContext()
  const held = useKeysOfRound(round).find((one) => one.reviewer === reviewer)
  const { data: key } = useQuery({
    queryKey: ['rollKey', node.uid, round, reviewer],
    queryFn: () => {
      const args = [BigInt(reviewer)] as const
      return readRound(node, { round, functionName: 'rollKey', args })
    },
    enabled: held === undefined,
  })
  return held ?? (key && { kind: 'wallet', chainId, round, reviewer, key })
}
