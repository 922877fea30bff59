/**
 * Keeps what was read for times without a network. It never sends anything by
 * itself, and a new version of the page waits until the reader asks for it.
 */
const kept = 'dure-1'

self.addEventListener('message', ({ data }) => {
  if (data === 'takeOver') self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name !== kept)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  const isOwn = url.origin === self.location.origin
  // Their names hold a digest of what they hold.
  if (isOwn && url.pathname.includes('/assets/'))
    event.respondWith(keptFirst(request))
  // The page checks each document against the digest on the chain.
  else if (isOwn || url.pathname.startsWith('/documents/'))
    event.respondWith(networkFirst(request))
})

async function keptFirst(request) {
  const cache = await caches.open(kept)
  return (await cache.match(request)) ?? fetchAndKeep(cache, request)
}

async function networkFirst(request) {
  const cache = await caches.open(kept)
  try {
    return await fetchAndKeep(cache, request)
  } catch (error) {
    const known = await cache.match(request, { ignoreSearch: true })
    if (known) return known
    throw error
  }
}

async function fetchAndKeep(cache, request) {
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  // Deleted on request: no copy stays here.
  else if (answer.status === 410) await cache.delete(request)
  return answer
}
