/** What an error says to people, in the two languages of a round. */
export type Message = { ko: string; en: string }

/** Values by their names, as JSON carries them. */
export type Params = Record<string, string | number | boolean>

export type Explain = (params: Params) => Message
