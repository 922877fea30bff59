/** The names of all checks, in the order in which they run. */
export const checkNames = ['chain.block', 'chain.logs'] as const

export type CheckName = (typeof checkNames)[number]
