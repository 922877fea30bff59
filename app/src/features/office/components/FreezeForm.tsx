/** The notice of the freeze, the name typed again, and the act. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  type GetReadinessReturnType,
  isReady,
  readinessPoints,
} from '../../../../../chain/getReadiness.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { inLanguage, makeDocument } from '../../../documents/newDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { Round } from '../../../queries/round.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { DocumentField } from '../../acts/components/DocumentField.tsx'
import { useDocumentDraft } from '../../acts/useDocumentDraft.ts'
import { pointNames } from '../points.ts'
import { isTyped, TypeName, useNameToType } from './TypeName.tsx'

export type FreezeFormProps = {
  round: Round
  readiness: GetReadinessReturnType
  /** The chain's. */
  now: number
}

export function FreezeForm({ now, readiness, round }: FreezeFormProps) {
  const { i18n, t } = useLingui()
  const language = useLanguage()
  const { relayers } = useConfig()
  const name = useNameToType(round)
  const [typed, setTyped] = useState('')
  const { change, draft, forget } = useDocumentDraft(`${round.round}.freeze`)
  const text = draft.text.trim()
  const lacking = readinessPoints.filter(
    (point) => !isReady(point, readiness, now),
  )
  const missing = [
    ...lacking.map((point) => i18n._(pointNames[point])),
    ...(text === '' ? [t`고정을 알리는 글`] : []),
    ...(isTyped(name, typed) ? [] : [t`회차 이름`]),
  ]
  async function calls() {
    const document = makeDocument(
      'notice',
      { text: inLanguage(language, text) },
      draft.random,
    )
    await bringToBeNamed(relayers, round.round, document)
    return [roundCall(round.round, 'freeze', [document.digest])]
  }
  const names = missing.join(', ')
  return (
    <section className="stack" aria-labelledby="freeze">
      <h2 id="freeze">
        <Trans>고정을 알리기</Trans>
      </h2>
      <DocumentField
        label={<Trans>고정을 알리는 글</Trans>}
        hint={<Trans>언제 무엇을 고정하는지, 문의할 곳을 적으세요.</Trans>}
        value={draft.text}
        onChange={change}
      />
      <TypeName name={name} value={typed} onChange={setTyped} />
      <ActForm
        name={t`회차 고정`}
        label={<Trans>고정하기</Trans>}
        line={<Trans>관리자가 회차를 고정했습니다. 알리는 글: {text}</Trans>}
        holder={round.holders.admin}
        calls={calls}
        isReady={missing.length === 0}
        missing={<Trans>아직 없는 것: {names}</Trans>}
        onDone={forget}
      />
    </section>
  )
}
