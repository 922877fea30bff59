/** A ticket as it is handed out, and the link that its QR code holds. */

export type IssuedTicket = {
  reviewer: number
  /** Of communities' rounds; else null. */
  community: number | null
  /** Inside the community. */
  seat: number | null
  contact: string | null
  /** As `formatTicket` writes it. */
  ticket: string
}

/** The ticket stands in the fragment, which browsers send to no server. */
export function ticketLink(page: string, ticket: string): string {
  const url = new URL(page)
  url.hash = `/t/${ticket}`
  return url.href
}
