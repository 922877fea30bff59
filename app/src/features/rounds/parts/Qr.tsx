/** A QR code, drawn as one path. */
import { encode } from 'uqr'

export function Qr({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data
    .flatMap((line, y) =>
      line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')),
    )
    .join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={text}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
