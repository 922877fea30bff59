/** The ticket of this visit: read from the address, then kept out of it. */

/** In its place in the address, so that nobody reads it over a shoulder. */
export const hiddenCode = '-'
const name = 'dure.ticket'
let inMemory: string | undefined

export function holdTicket(code: string): void {
  inMemory = code
  try {
    sessionStorage.setItem(name, code)
  } catch {
    // Then it lasts until the page is loaded again.
  }
}

export function ticketInHand(): string | undefined {
  if (inMemory !== undefined) return inMemory
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function letTicketGo(): void {
  inMemory = undefined
  try {
    sessionStorage.removeItem(name)
  } catch {
    // It was never there.
  }
}
