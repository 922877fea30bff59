/** Paper cannot be tapped: what is folded is printed open. */
import { useEffect } from 'react'

export function useOpenToPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = () => {
      const folded = 'main details:not([open])'
      opened = [...document.querySelectorAll<HTMLDetailsElement>(folded)]
      for (const details of opened) details.open = true
    }
    const close = () => {
      for (const details of opened) details.open = false
      opened = []
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [])
}
