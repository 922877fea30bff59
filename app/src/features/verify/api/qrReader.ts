/** Reads QR codes in any browser: its own detector, or one that is fetched. */

export type QrReader = {
  /** What the codes that are seen say; none where none is seen. */
  detect(
    source: HTMLVideoElement | ImageBitmap,
  ): Promise<{ rawValue: string }[]>
}
type QrReaderClass = {
  new (options: { formats: string[] }): QrReader
  getSupportedFormats(): Promise<string[]>
}

const format = 'qr_code' as const

/** Rejects where the browser has none and its stand-in cannot be fetched. */
export async function createQrReader(): Promise<QrReader> {
  const { BarcodeDetector: own } = globalThis as {
    BarcodeDetector?: QrReaderClass
  }
  // Some phones have the class, and nothing behind it.
  const formats = await own?.getSupportedFormats().catch((): string[] => [])
  if (own && formats?.includes(format)) return new own({ formats: [format] })
  const { BarcodeDetector } = await import('qr/decode.js')
  return new BarcodeDetector({ formats: [format] })
}
