/** Whom to call, what is not protected, and what the page asks. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useConfig } from '../config/useConfig.ts'

const build = import.meta.env.VITE_BUILD ?? ''

export function Footer() {
  const { contact, node, relayers } = useConfig()
  return (
    <footer className="shell__foot-line">
      <div className="shell__foot">
        {contact && (
          <p>
            <Trans>문의</Trans>: {contact.name}{' '}
            {contact.phone && (
              <a href={`tel:${contact.phone}`}>{contact.phone}</a>
            )}
          </p>
        )}
        <p>
          <Link to="/help">
            <Trans>막지 못하는 것</Trans>
          </Link>
        </p>
        {build !== '' && (
          <p>
            <Trans>판</Trans>: {build}
          </p>
        )}
        <p>
          <Trans>노드</Trans>: {hostOf(node)} · <Trans>중계자</Trans>:{' '}
          {relayers.length > 0 ? (
            relayers.map(hostOf).join(', ')
          ) : (
            <Trans>없음</Trans>
          )}
        </p>
      </div>
    </footer>
  )
}

function hostOf(url: string): string {
  return new URL(url).host
}
