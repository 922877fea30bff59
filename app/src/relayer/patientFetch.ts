/** As `fetch`; who takes a request and never answers is out of reach, too. */

/** Milliseconds: a slow phone sends a large attachment in these. */
const patience = 30_000

export const patientFetch: typeof fetch = (input, init) => {
  const stop = new AbortController()
  setTimeout(() => {
    stop.abort()
  }, patience)
  return fetch(input, { ...init, signal: stop.signal })
}
