/** A film of a QR code, as Chromium takes one for its camera: YUV4MPEG2. */
import { encodeQR } from 'qr'

const film = { width: 640, height: 480 }
/** How far apart the dark and the light of a camera are, at its best. */
const light = { dark: 40, bright: 210 }
const grey = 128

/** One picture, which Chromium shows again and again. */
export function filmOfCode(text: string): Buffer {
  const { height, width } = film
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const scale = Math.floor(height / rows.length)
  const indent = Math.floor((width - height) / 2)
  const lights = Buffer.alloc(width * height, light.bright)
  for (let y = 0; y < height; y += 1)
    for (let x = indent; x < width; x += 1) {
      const row = rows[Math.floor(y / scale)]
      const isDark = row?.[Math.floor((x - indent) / scale)]
      if (isDark) lights[y * width + x] = light.dark
    }
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420jpeg\nFRAME\n`),
    lights,
    Buffer.alloc((width * height) / 2, grey),
  ])
}
