/** Finds what an error says, by its name. */
import type { Message, Params } from './message.ts'
import { ofActs } from './ofActs.ts'
import { ofBallots } from './ofBallots.ts'
import { ofDocuments } from './ofDocuments.ts'
import { ofRequests } from './ofRequests.ts'
import { ofTickets } from './ofTickets.ts'

const messages = {
  ...ofRequests,
  ...ofBallots,
  ...ofTickets,
  ...ofActs,
  ...ofDocuments,
}

export function explain(name: string, params: Params): Message {
  if (Object.hasOwn(messages, name)) {
    const message = messages[name]?.(params)
    if (message) return message
  }
  return {
    ko: `회차 계약이 받아들이지 않았습니다: ${name}.`,
    en: `The contract of the round refused: ${name}.`,
  }
}
