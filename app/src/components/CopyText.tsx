/** A long value, short on the screen, and a button that copies all of it. */
import { useState } from 'react'

export type CopyTextProps = {
  value: string
  /** What is shown in its place. */
  short?: string
  copy: string
  copied: string
}

export function CopyText({ copied, copy, short, value }: CopyTextProps) {
  const [isCopied, setIsCopied] = useState(false)
  const write = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <span className="row">
      <code title={value}>
        <span className="no-print">{short ?? value}</span>
        <span className="print-only">{value}</span>
      </code>
      <button
        className="button button--quiet"
        type="button"
        onClick={() => {
          void write()
        }}
      >
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </button>
    </span>
  )
}

/** `0x1a0E…330A` */
export function shorten(value: string): string {
  return value.length > 16 ? `${value.slice(0, 6)}…${value.slice(-4)}` : value
}
