/** The reviewers' lists of one draw, as packed numbers. */
import { type Draw, listOf } from './draw.ts'

export type Lists = (reviewer: number) => Uint16Array

export function createLists(draw: Draw): Lists {
  const { owners, listLength } = draw.rules
  if (owners || listLength !== 0)
    return (reviewer) => Uint16Array.from(listOf(draw, reviewer))
  // An outside jury that scores everything shares one list.
  const everything = Uint16Array.from(listOf(draw, 1))
  return () => everything
}
