/** A long value, short on the screen, and a button that copies all of it. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { announce } from './announce.ts'

export type CopyTextProps = {
  value: string
  /** What is shown in its place. */
  short?: string
  copy: string
  copied: string
}

export function CopyText({ copied, copy, short, value }: CopyTextProps) {
  const { t } = useLingui()
  const [isCopied, setIsCopied] = useState<boolean>()
  const failed = t`복사하지 못했습니다`
  const write = async () => {
    const isDone = await tryCopy(value)
    setIsCopied(isDone)
    announce(isDone ? copied : failed)
  }
  return (
    <span className="row">
      <code title={value}>
        <span className="no-print">
          {isCopied === false ? value : (short ?? value)}
        </span>
        <span className="print-only">{value}</span>
      </code>
      <button
        className="button button--quiet"
        type="button"
        onClick={() => {
          void write()
        }}
      >
        {isCopied === undefined ? copy : isCopied ? copied : failed}
      </button>
    </span>
  )
}

/** Some browsers have no clipboard, or ask first. */
async function tryCopy(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return false
  }
}

/** `0x1a0E…330A` */
export function shorten(value: string): string {
  return value.length > 16 ? `${value.slice(0, 6)}…${value.slice(-4)}` : value
}
