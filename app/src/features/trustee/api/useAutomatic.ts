/**
 * Does what is due by itself while the page is open. Others may have been faster, so
 * it tries again; it stops where the owner said no, or after three failures in a row.
 */
import { useEffect, useRef, useState } from 'react'
import { SigningCancelledError } from '../../../keys/errors.ts'

export type UseAutomatic = {
  /** None while nothing is due. */
  act: (() => Promise<boolean>) | undefined
  /** Why the last act failed. */
  error: unknown
}

/** Milliseconds. */
const every = 3_000
const mostFailures = 3

export function useAutomatic({ act, error }: UseAutomatic) {
  const [isOn, setIsOn] = useState(false)
  const latest = useRef({ act, error })
  useEffect(() => {
    latest.current = { act, error }
  })
  useEffect(() => {
    if (!isOn) return undefined
    let isBusy = false
    let failures = 0
    const beat = setInterval(() => {
      const { act: due, error: failed } = latest.current
      const isRefused = failures > 0 && failed instanceof SigningCancelledError
      if (isRefused || failures >= mostFailures) setIsOn(false)
      else if (!isBusy && due) {
        isBusy = true
        void due().then((isDone) => {
          isBusy = false
          failures = isDone ? 0 : failures + 1
        })
      }
    }, every)
    return () => {
      clearInterval(beat)
    }
  }, [isOn])
  return { isOn, setIsOn }
}
