/** What the round's document says: what it is for, who may take part. */
import { Trans } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import { type RoundText, say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { Section } from './Section.tsx'

export function WrittenRules({ text }: { text: RoundText }) {
  const language = useLanguage()
  if (!say(text.purpose, language)) return null
  return (
    <Section title={<Trans>무엇을 정하고 누가 참여하나요</Trans>}>
      <p>
        <Said words={text.purpose} />
      </p>
      {say(text.whoMayTakePart, language) && (
        <p>
          <Said words={text.whoMayTakePart} />
        </p>
      )}
    </Section>
  )
}
