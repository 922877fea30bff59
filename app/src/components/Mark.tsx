/** Fields worked crosswise: the mark, alone or with the word. */

const fields =
  'M1 2h10M1 6h10M1 10h10M14 1v10M18 1v10M22 1v10M2 13v10M6 13v10M10 13v10M13 14h10M13 18h10M13 22h10'
const word =
  'M22 3.5H4.5v8H22M1 17.5h24M13 17.5V26M28 3.5h9v9h-7.5v9H39M39.5 12.5h4M44.5 1v25M50 0v26'

export function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true">
      <path d={fields} stroke="currentColor" strokeWidth="2" fill="none" />
    </svg>
  )
}

export function Wordmark() {
  return (
    <svg width="52" height="26" viewBox="0 0 52 26" role="img">
      <title>두레 Dure</title>
      <path d={word} stroke="currentColor" strokeWidth="3" fill="none" />
    </svg>
  )
}
