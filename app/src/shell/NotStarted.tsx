/** The page could not start: in both languages, since no messages are there. */
import { BaseError } from '../../../protocol/errors.ts'

export function NotStarted({ error }: { error: unknown }) {
  const lines =
    error instanceof BaseError
      ? [error.shortMessage, ...error.metaMessages]
      : [String(error)]
  return (
    <main className="shell__main page" role="alert">
      <h1>페이지를 열 수 없습니다</h1>
      <p lang="en">This page cannot start.</p>
      <button
        className="button"
        type="button"
        onClick={() => {
          window.location.reload()
        }}
      >
        다시 열기 <span lang="en">Load again</span>
      </button>
      <ul lang="en">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </main>
  )
}
