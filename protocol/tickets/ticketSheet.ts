/** Tickets as one HTML page to print: eight on a sheet of A4, to be cut. */
import { encodeQR } from 'qr'
import { type IssuedTicket, ticketLink } from './ticket.ts'

export type TicketSheet = {
  /** What the round is called. */
  title: { ko: string; en: string }
  /** The page that a ticket opens. */
  page: string
  tickets: readonly IssuedTicket[]
}

const words = {
  ticket: { ko: '참여권', en: 'Ticket' },
  community: { ko: '공동체', en: 'Community' },
  seat: { ko: '자리', en: 'seat' },
  reviewer: { ko: '심사자', en: 'Reviewer' },
  how: {
    ko: '휴대폰으로 찍고 지문이나 얼굴로 등록하세요.',
    en: 'Scan it with your phone; enrol by fingerprint or face.',
  },
  alone: {
    ko: '참여권 한 장은 한 사람 것입니다. 대신 등록하지 마세요.',
    en: 'One ticket is for one person. Do not enrol for others.',
  },
} as const

/** Piece by piece: a code takes milliseconds, and there can be thousands. */
export function* ticketSheet(sheet: TicketSheet): Generator<string, void> {
  yield `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>${words.ticket.ko} ${escape(sheet.title.ko)}</title>
<style>${style}</style>
</head>
<body>
`
  for (const ticket of sheet.tickets) yield card(ticket, sheet)
  yield '</body>\n</html>\n'
}

function card(ticket: IssuedTicket, { page, title }: TicketSheet): string {
  return `<section>
${drawCode(ticketLink(page, ticket.ticket))}
<div>
<h2>${escape(title.ko)}</h2><p class="en" lang="en">${escape(title.en)}</p>
<p><strong>${place(ticket, 'ko')}</strong><br><span class="en" lang="en">${place(ticket, 'en')}</span></p>
<p>${words.how.ko}<br><span class="en" lang="en">${words.how.en}</span></p>
<p>${words.alone.ko}<br><span class="en" lang="en">${words.alone.en}</span></p>
</div>
<p class="ticket">${escape(ticket.ticket)}</p>
</section>
`
}

/** A run of black in one stroke: a quarter of what `renderSVG` writes. */
function drawCode(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const size = rows.length
  const strokes = rows.flatMap((row, y) => drawRow(row, y)).join('')
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path d="${strokes}"/></svg>`
}

function drawRow(row: readonly boolean[], y: number): string[] {
  const runs = row.map((isBlack) => (isBlack ? '1' : '0')).join('')
  return [...runs.matchAll(/1+/g)].map(
    ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
  )
}

function place(
  { community, reviewer, seat }: IssuedTicket,
  language: 'ko' | 'en',
): string {
  if (community === null) return `${words.reviewer[language]} ${reviewer}`
  return `${words.community[language]} ${community}, ${words.seat[language]} ${seat}`
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (one) => named[one] ?? one)
}

const style = `
@page { size: A4; margin: 10mm }
body { margin: 0; font: 9pt/1.35 system-ui, 'Noto Sans KR', sans-serif; color: #000; background: #fff; display: grid; grid-template-columns: 95mm 95mm }
section { box-sizing: border-box; width: 95mm; height: 69mm; padding: 4mm; border: 0.2mm dashed #888; break-inside: avoid; display: grid; grid-template-columns: 38mm 1fr; gap: 0 3mm; align-content: start; overflow: hidden }
svg { width: 38mm; height: 38mm; display: block }
h2 { margin: 0; font-size: 10pt }
p { margin: 0 0 1.5mm }
.en { font-size: 7.5pt; color: #333 }
.ticket { grid-column: 1 / 3; margin-top: 1mm; font: bold 9.5pt/1.3 ui-monospace, monospace; text-align: center }
`
