/** Hands a file to the browser, to be kept. Without a `type`, its name tells. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = '',
): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun by then.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 10_000)
}

export function saveJson(name: string, content: unknown): void {
  saveFile(name, `${JSON.stringify(content, null, 2)}\n`, 'application/json')
}
