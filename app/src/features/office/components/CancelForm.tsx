/** Why a round is cancelled, its name typed again, and the act. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useConfig } from '../../../config/useConfig.ts'
import { inLanguage, makeDocument } from '../../../documents/newDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { Round } from '../../../queries/round.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { DocumentField } from '../../acts/components/DocumentField.tsx'
import { useDocumentDraft } from '../../acts/useDocumentDraft.ts'
import { isTyped, TypeName, useNameToType } from './TypeName.tsx'

export function CancelForm({ round }: { round: Round }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { relayers } = useConfig()
  const name = useNameToType(round)
  const [typed, setTyped] = useState('')
  const { change, draft, forget } = useDocumentDraft(`${round.round}.cancel`)
  const text = draft.text.trim()
  const missing = [
    ...(text === '' ? [t`취소하는 이유`] : []),
    ...(isTyped(name, typed) ? [] : [t`회차 이름`]),
  ]
  async function calls() {
    const document = makeDocument(
      'reason',
      { text: inLanguage(language, text) },
      draft.random,
    )
    await bringToBeNamed(relayers, round.round, document)
    return [roundCall(round.round, 'cancel', [document.digest])]
  }
  const names = missing.join(', ')
  return (
    <section className="stack">
      <DocumentField
        label={<Trans>취소하는 이유</Trans>}
        value={draft.text}
        onChange={change}
      />
      <TypeName name={name} value={typed} onChange={setTyped} />
      <ActForm
        name={t`회차 취소`}
        label={<Trans>회차 취소하기</Trans>}
        line={<Trans>관리자가 회차를 취소했습니다. 이유: {text}</Trans>}
        holder={round.holders.admin}
        calls={calls}
        isReady={missing.length === 0}
        missing={<Trans>아직 없는 것: {names}</Trans>}
        onDone={forget}
      />
    </section>
  )
}
