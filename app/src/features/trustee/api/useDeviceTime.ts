/** Unix seconds by this device alone, whatever a node says. */
import { useEffect, useState } from 'react'

const seconds = () => Math.floor(Date.now() / 1_000)

export function useDeviceTime(): number {
  const [now, setNow] = useState(seconds)
  useEffect(() => {
    const beat = setInterval(() => {
      setNow(seconds())
    }, 5_000)
    return () => {
      clearInterval(beat)
    }
  }, [])
  return now
}
