/** Whether the device says that it has a network. */
import { useSyncExternalStore } from 'react'

function listen(change: () => void) {
  window.addEventListener('online', change)
  window.addEventListener('offline', change)
  return () => {
    window.removeEventListener('online', change)
    window.removeEventListener('offline', change)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine)
}
