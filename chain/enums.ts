/** Words for the numbers of the contract's enums: the index is the number. */

export const phases = [
  'registration',
  'screening',
  'roll',
  'draw',
  'review',
  'opening',
  'ranking',
  'objections',
  'answers',
  'confirmation',
  'confirmed',
  'cancelled',
  'lapsed',
  'failed',
] as const
export type Phase = (typeof phases)[number]

export const roles = ['admin', 'registrar', 'screener', 'committee'] as const
export type Role = (typeof roles)[number]

export const purposes = ['ballot', 'lottery'] as const
export type Purpose = (typeof purposes)[number]

export const proposalStates = [
  'none',
  'pending',
  'accepted',
  'refused',
  'withdrawn',
] as const
export type ProposalState = (typeof proposalStates)[number]

/** The number that the contract knows a word by. */
export function enumNumber<word extends string>(
  words: readonly word[],
  word: word,
): number {
  return words.indexOf(word)
}
