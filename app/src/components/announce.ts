/** What a reader of the screen is told of a press; every page has one region for it. */

export const announcedId = 'announced'

let timer: ReturnType<typeof setTimeout> | undefined

/** The same words are told again, too; then they go, since a page may be read to its end. */
export function announce(words: string): void {
  const region = document.getElementById(announcedId)
  if (!region) return
  const say = (text: string, next?: () => void, after = 0) => {
    region.textContent = text
    clearTimeout(timer)
    if (next) timer = setTimeout(next, after)
  }
  const clear = () => {
    say('')
  }
  say(
    '',
    () => {
      say(words, clear, 10_000)
    },
    100,
  )
}
