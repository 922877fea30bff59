/** What the shell is told. */
export const exitCodes = { good: 0, checkFailed: 1, couldNotRun: 2 } as const
