/** A QR code as lines of an SVG: no image, no outside request. */
import { encodeQR } from 'qr'

export function QrCode({ label, text }: { label: string; text: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const size = rows.length
  const path = rows
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')),
    )
    .join('')
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
