/** Whole seconds since something began. */
import { useEffect, useState } from 'react'

export function useElapsed(since: number): number {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const beat = setInterval(() => {
      setNow(Date.now())
    }, 1_000)
    return () => {
      clearInterval(beat)
    }
  }, [since])
  return Math.max(0, Math.floor((now - since) / 1000))
}
