/** Answers with fresh tickets, in the form that the registrar asked for. */
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { type IssuedTicket, ticketLink } from '../../protocol/tickets/ticket.ts'
import { ticketSheet } from '../../protocol/tickets/ticketSheet.ts'
import { ticketTable } from '../../protocol/tickets/ticketTable.ts'
import { answers } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { NoAppError } from './errors.ts'

const title = v.pipe(v.string(), v.maxLength(100))

export const handOutFields = {
  /** `sheet`: HTML to print. */
  form: v.picklist(['json', 'csv', 'sheet']),
  /** Of the round, for the sheet. */
  title: v.optional(v.object({ ko: title, en: title }), {
    ko: '주민 심사',
    en: 'Public review',
  }),
}

const issued = v.object({
  tickets: v.array(
    v.object({
      reviewer: v.number(),
      community: v.nullable(v.number()),
      seat: v.nullable(v.number()),
      contact: v.nullable(v.string()),
      ticket: v.string(),
      link: v.string(),
    }),
  ),
})

const asJson = answers('The tickets, this once.', issued)
export const handOutAnswer = {
  ...asJson,
  content: { ...asJson.content, 'text/csv': {}, 'text/html': {} },
}

export type HandOut = {
  form: 'json' | 'csv' | 'sheet'
  title: { ko: string; en: string }
}

export async function handOut(
  context: Context,
  { config }: Pick<Services, 'config'>,
  { form, title }: HandOut,
  issue: () => Promise<IssuedTicket[]>,
) {
  const { app: page } = config
  // Before anything is issued that could not be handed out.
  if (page === undefined) throw new NoAppError()
  const tickets = await issue()
  if (form === 'csv') {
    context.header('content-type', 'text/csv; charset=utf-8')
    return context.body(ticketTable(tickets, page), 201)
  }
  if (form === 'sheet') return sendSheet(context, { title, page, tickets })
  const linked = tickets.map((one) => {
    const link = ticketLink(page, one.ticket)
    return { ...one, link }
  })
  return context.json({ tickets: linked }, 201)
}

/** Card by card, so that others are answered in between. */
function sendSheet(
  context: Context,
  sheet: Parameters<typeof ticketSheet>[0],
): Response {
  context.status(201)
  context.header('content-type', 'text/html; charset=utf-8')
  return stream(context, async (out) => {
    for (const piece of ticketSheet(sheet)) {
      await out.write(piece)
      await setImmediate()
    }
  })
}
