/** Deletes everything that the page keeps on this device, then starts again. */
import { clear } from 'idb-keyval'
import { forget, keptNames } from '../../config/kept.ts'

const prefix = 'dure.'

export async function deleteKept(): Promise<void> {
  for (const name of keptNames(prefix)) forget(name)
  // What is in neither place was never kept.
  await clear().catch(() => undefined)
  await deleteCaches().catch(() => undefined)
  window.location.reload()
}

async function deleteCaches(): Promise<void> {
  if (!('caches' in window)) return
  for (const name of await caches.keys())
    if (name.startsWith('dure')) await caches.delete(name)
}
