/** Does what is due by itself while the page is open, until something goes wrong. */
import { useEffect, useRef, useState } from 'react'

export type UseAutomatic = {
  /** None while nothing is due. */
  act: (() => Promise<boolean>) | undefined
}

/** Milliseconds. */
const every = 3_000

export function useAutomatic({ act }: UseAutomatic) {
  const [isOn, setIsOn] = useState(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isOn) return undefined
    let isBusy = false
    const beat = setInterval(() => {
      const due = latest.current
      if (isBusy || !due) return
      isBusy = true
      void due().then((isDone) => {
        isBusy = false
        if (!isDone) setIsOn(false)
      })
    }, every)
    return () => {
      clearInterval(beat)
    }
  }, [isOn])
  return { isOn, setIsOn }
}
