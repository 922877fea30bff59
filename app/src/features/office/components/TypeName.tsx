/** The name of the round, typed again: nobody ends or freezes a round by one press. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { shorten } from '../../../components/CopyText.tsx'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { Round } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'

export type TypeNameProps = {
  name: string
  value: string
  onChange: (text: string) => void
}

/** What is to be typed: the name, or the short address where none can be read. */
export function useNameToType({ round, rules }: Round): string {
  const language = useLanguage()
  const { text } = useRoundText(rules.document)
  return say(text.name, language) || shorten(round)
}

export function isTyped(name: string, typed: string): boolean {
  const bare = (text: string) =>
    text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return bare(name) === bare(typed)
}

export function TypeName({ name, onChange, value }: TypeNameProps) {
  const id = useId()
  const isWrong = value !== '' && !isTyped(name, value)
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>회차 이름을 그대로 적어 주세요</Trans>
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        {name}
      </p>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={value}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={isWrong}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      <p className="field__error" id={`${id}-error`}>
        {isWrong && <Trans>이름이 아직 다릅니다. 위와 똑같이 적으세요.</Trans>}
      </p>
    </div>
  )
}
