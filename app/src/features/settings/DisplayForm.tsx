/** Text size, colours, contrast and language: each takes effect at once. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import {
  applyDisplay,
  type Display,
  readDisplay,
  sizes,
} from '../../config/display.ts'
import { changeLanguage, useLanguage } from '../../hooks/useLanguage.ts'
import { Choices } from './Choices.tsx'

export function DisplayForm() {
  const [display, setDisplay] = useState(readDisplay)
  const language = useLanguage()
  const change = (changes: Partial<Display>) => {
    // The language may have been changed at the head of the page.
    const next = { ...display, language, ...changes }
    setDisplay(next)
    applyDisplay(next)
  }
  return (
    <section className="stack" aria-labelledby="display">
      <h2 id="display">
        <Trans>글자와 화면</Trans>
      </h2>
      <Choices
        name="size"
        legend={<Trans>글자 크기</Trans>}
        options={sizes.map((value) => ({ value, label: `${value} %` }))}
        value={display.size}
        onChange={(size) => {
          change({ size })
        }}
      />
      <Choices
        name="theme"
        legend={<Trans>화면 색</Trans>}
        options={[
          { value: 'auto', label: <Trans>기기 설정대로</Trans> },
          { value: 'light', label: <Trans>밝게</Trans> },
          { value: 'dark', label: <Trans>어둡게</Trans> },
        ]}
        value={display.theme}
        onChange={(theme) => {
          change({ theme })
        }}
      />
      <Choices
        name="contrast"
        legend={<Trans>대비</Trans>}
        options={[
          { value: 'auto', label: <Trans>기기 설정대로</Trans> },
          { value: 'more', label: <Trans>높게</Trans> },
        ]}
        value={display.contrast}
        onChange={(contrast) => {
          change({ contrast })
        }}
      />
      <Choices
        name="language"
        legend={<Trans>언어</Trans>}
        options={[
          { value: 'ko', label: '한국어', lang: 'ko' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        value={language}
        onChange={(next) => {
          void changeLanguage(next)
        }}
      />
    </section>
  )
}
