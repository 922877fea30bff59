/** What a reader of the screen is told of a press; every page has one region for it. */

export const announcedId = 'announced'

/** The same words are told again, too. */
export function announce(words: string): void {
  const region = document.getElementById(announcedId)
  if (!region) return
  region.textContent = ''
  setTimeout(() => {
    region.textContent = words
  }, 100)
}
