/** Whom to call. */
import { Trans } from '@lingui/react/macro'
import { useConfig } from '../../config/useConfig.ts'

export function Contact() {
  const { contact } = useConfig()
  return (
    <section className="stack" aria-labelledby="contact">
      <h2 id="contact">
        <Trans>물어볼 곳</Trans>
      </h2>
      {contact ? (
        <p>
          {contact.name}{' '}
          {contact.phone && (
            <a className="button" href={`tel:${contact.phone}`}>
              {contact.phone}
            </a>
          )}
        </p>
      ) : (
        <p>
          <Trans>회차를 알려 준 담당자에게 물어보세요.</Trans>
        </p>
      )}
    </section>
  )
}
