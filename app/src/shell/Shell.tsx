/** What stands around every page, in the same order everywhere. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { announcedId } from '../components/announce.ts'
import { Loading } from '../components/Loading.tsx'
import { Mark, Wordmark } from '../components/Mark.tsx'
import { useConfig } from '../config/useConfig.ts'
import {
  changeLanguage,
  useLanguage,
  useMissingLanguage,
} from '../hooks/useLanguage.ts'
import { useOnline } from '../hooks/useOnline.ts'
import { Footer } from './Footer.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { UpdateNote } from './UpdateNote.tsx'

export function Shell() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <div className="shell">
      <a
        className="skip visually-hidden"
        href="#main"
        onClick={(event) => {
          // The address after # is the page's.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        <Trans>본문으로 가기</Trans>
      </a>
      <Header />
      <main className="shell__main" id="main" tabIndex={-1}>
        <PageBoundary key={path}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </main>
      <Footer />
      <p className="visually-hidden" role="status" id={announcedId} />
    </div>
  )
}

function Header() {
  const { t } = useLingui()
  const isOnline = useOnline()
  const isLanguageMissing = useMissingLanguage()
  const { demo } = useConfig()
  return (
    <header className="shell__head">
      <div className="shell__bar">
        <Link to="/" className="shell__mark" aria-label={t`두레 처음 화면`}>
          <Mark />
          <Wordmark />
        </Link>
        <nav aria-label={t`주 메뉴`}>
          <ul className="shell__nav">
            <li>
              <Link to="/me">
                <Trans>내 일</Trans>
              </Link>
            </li>
            <li>
              <Link to="/help">
                <Trans>도움</Trans>
              </Link>
            </li>
            <li>
              <Link to="/settings">
                <Trans>글자·화면</Trans>
              </Link>
            </li>
            <li>
              <LanguageButton />
            </li>
          </ul>
        </nav>
      </div>
      {demo && (
        <p className="demo-mark">
          <Trans>
            체험용입니다. 누구나 아는 열쇠를 쓰므로 아무 효력이 없습니다.
          </Trans>{' '}
          <Link to="/demo">
            <Trans>견본 심사자 고르기</Trans>
          </Link>
        </p>
      )}
      <UpdateNote />
      {isLanguageMissing && (
        <p className="offline" role="status">
          <Trans>
            다른 언어를 가져오지 못했습니다. 연결을 살피고 다시 눌러 주세요.
          </Trans>
        </p>
      )}
      {!isOnline && (
        <p className="offline" role="status">
          <Trans>연결이 끊겼습니다. 매긴 점수는 이 기기에 있습니다.</Trans>
        </p>
      )}
    </header>
  )
}

function LanguageButton() {
  const isKorean = useLanguage() === 'ko'
  return (
    <button
      type="button"
      lang={isKorean ? 'en' : 'ko'}
      onClick={() => {
        void changeLanguage(isKorean ? 'en' : 'ko')
      }}
    >
      {isKorean ? 'English' : '한국어'}
    </button>
  )
}
