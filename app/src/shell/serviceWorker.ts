/** Keeps the page for times without a network; a new version waits for the reader. */

type Listener = (update: (() => void) | undefined) => void

/** Calls with how to take the new version, once one waits. */
export function startServiceWorker(onUpdate: Listener): void {
  // Without it there is only no offline: an http address, or an old browser.
  if (!('serviceWorker' in navigator)) return
  let isAsked = false
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over unasked: nothing changes by it.
    if (isAsked) window.location.reload()
  })
  const offer = (worker: ServiceWorker) => {
    onUpdate(() => {
      isAsked = true
      worker.postMessage('takeOver')
    })
  }
  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      const isNew = navigator.serviceWorker.controller !== null
      if (worker.state === 'installed' && isNew) offer(worker)
    })
  }
  navigator.serviceWorker.register('./sw.js').then(
    (registration) => {
      if (registration.waiting) offer(registration.waiting)
      registration.addEventListener('updatefound', () => {
        watch(registration.installing)
      })
    },
    () => {
      // A private window may refuse it.
    },
  )
}
