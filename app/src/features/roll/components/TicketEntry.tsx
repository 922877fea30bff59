/** The ticket's letters, typed by hand where a camera did not read them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { readField } from '../../../components/readField.ts'
import { type SyntheticEvent, useState } from 'react'

export function TicketEntry() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [error, setError] = useState('')
  async function open(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = readField(event.currentTarget, 'ticket')
    const { parseTicket } =
      await import('../../../../../protocol/tickets/ticketCode.ts')
    try {
      parseTicket(text)
    } catch {
      setError(t`글자 하나가 틀렸거나 빠졌습니다. 28자를 다시 살펴 주세요.`)
      return
    }
    const code = text.replaceAll(/\s/g, '')
    void navigate({ to: '/t/$code', params: { code } })
  }
  return (
    <form className="field" onSubmit={(event) => void open(event)} noValidate>
      <label htmlFor="ticket">
        <Trans>참여권에 적힌 글자</Trans>
      </label>
      <input
        id="ticket"
        name="ticket"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={error !== ''}
        aria-describedby="ticket-error"
      />
      <p id="ticket-error" className="field__error" role="alert">
        {error}
      </p>
      <p>
        <button className="button" type="submit">
          <Trans>참여권 열기</Trans>
        </button>
      </p>
    </form>
  )
}
