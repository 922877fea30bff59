/** Saves a text as a file of the reader. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser needs it for a moment.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 10_000)
}

export function saveJson(name: string, content: unknown): void {
  saveFile(name, `${JSON.stringify(content, null, 2)}\n`, 'application/json')
}
