/** An objection is written, and signed by one key. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { inLanguage, makeDocument } from '../../../documents/newDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useRound } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { PublicLine } from '../../acts/components/PublicLine.tsx'
import { SignWith } from '../../acts/signed/SignWith.tsx'
import { useHandIn } from '../../acts/signed/useHandIn.ts'
import { useObjectionDraft } from '../api/objectionDraft.ts'
import type { Objector } from '../api/useObjectors.ts'

/** Not empty. */
export type ObjectFormProps = { from: readonly Objector[] }

export function ObjectForm({ from }: ObjectFormProps) {
  const language = useLanguage()
  const { round } = useRound()
  const acting = useActingWallet()
  const { error, sign, step } = useHandIn()
  const [text, setText] = useObjectionDraft(round)
  const [chosen, choose] = useState(0)
  const [isWrong, setWrong] = useState(false)
  const by = from[chosen] ?? from[0]
  if (!by) return null
  const { key, reviewer } = by
  async function object(wallet?: FoundWallet) {
    const words = text.trim()
    setWrong(words === '')
    if (words === '') return
    const signed = await sign(() => {
      const content = { text: inLanguage(language, words) }
      const document = makeDocument('objection', content)
      const message = { digest: document.digest }
      const seat = reviewer > 0 ? { reviewer } : {}
      const contents = { type: 'Objection', message, ...seat } as const
      return { key, wallet, document, contents }
    })
    if (signed) setText('')
  }
  return (
    <div className="stack">
      <p>
        <Trans>
          열쇠마다 한 번만 낼 수 있고, 고치거나 되돌릴 수 없습니다. 돈은 들지
          않습니다. 글은 누구나 읽습니다.
        </Trans>
      </p>
      {from.length > 1 && (
        <Choose from={from} chosen={chosen} onChoose={choose} />
      )}
      <div className="field">
        <label htmlFor="objection">
          <Trans>무엇이 잘못되었나요?</Trans>
        </label>
        <textarea
          id="objection"
          rows={6}
          value={text}
          aria-invalid={isWrong}
          aria-describedby="objection-error"
          onChange={({ target }) => {
            setText(target.value)
          }}
        />
        <p id="objection-error" className="field__error" role="alert">
          {isWrong && <Trans>이의의 내용을 적어 주세요.</Trans>}
        </p>
      </div>
      <PublicLine>
        <p>
          <NameOf objector={by} />: <Trans>이의를 냈습니다</Trans>
        </p>
      </PublicLine>
      {error !== undefined && step === 'idle' && (
        <KeyTrouble error={error} wallet={acting?.found} />
      )}
      <SignWith
        heldKey={key}
        label={<Trans>이의 신청하기</Trans>}
        step={step}
        onSign={(wallet) => void object(wallet)}
      />
    </div>
  )
}

type ChooseProps = {
  from: readonly Objector[]
  chosen: number
  onChoose: (index: number) => void
}

function Choose({ chosen, from, onChoose }: ChooseProps) {
  return (
    <fieldset>
      <legend>
        <Trans>누구로서 내나요?</Trans>
      </legend>
      {from.map((objector, index) => (
        <label className="choice" key={objector.key.key}>
          <input
            type="radio"
            name="objector"
            checked={index === chosen}
            onChange={() => {
              onChoose(index)
            }}
          />
          <NameOf objector={objector} />
        </label>
      ))}
    </fieldset>
  )
}

function NameOf({ objector }: { objector: Objector }) {
  const { proposal, reviewer } = objector
  return reviewer > 0 ? (
    <Trans>심사자 {reviewer}번</Trans>
  ) : (
    <Trans>{proposal}번 제안의 신청자</Trans>
  )
}
