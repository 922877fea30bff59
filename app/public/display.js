// While the code of the page comes: src/config/readConfig.ts takes the answer. Not as
// a preload, which an older answer of the browser's cache would do for.
const asked = fetch('./config.json', { cache: 'no-cache' })
asked.catch(() => undefined)
Object.assign(globalThis, { dureConfig: asked })

// Before the first paint: text size, theme, contrast and language as they were chosen.
try {
  const { contrast, language, size, theme } = JSON.parse(
    localStorage.getItem('dure.display') ?? '{}',
  )
  const html = document.documentElement
  if (theme) html.dataset.theme = theme
  if (contrast) html.dataset.contrast = contrast
  if (size) html.dataset.size = size
  if (language) html.lang = language
} catch {
  // Nothing was chosen, or nothing may be kept.
}
