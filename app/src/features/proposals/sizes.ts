/** Proposals on a page of the list. */
export const sizes = [20, 50] as const
export const usualSize = 20
