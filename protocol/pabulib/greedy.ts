/** Pabulib's rule "greedy": fund by points, skip what does not fit. */

/**
 * The ids of the funded projects, the first funded first. Equal points keep
 * the order of `projects`.
 */
export function greedy(
  projects: readonly { id: string; cost: bigint }[],
  /** By place in `projects`. */
  points: ArrayLike<number>,
  budget: bigint,
): string[] {
  let left = budget
  return projects
    .map(({ id, cost }, index) => ({ id, cost, points: points[index] ?? 0 }))
    .sort((a, b) => b.points - a.points)
    .filter(({ cost }) => {
      const fits = cost <= left
      if (fits) left -= cost
      return fits
    })
    .map(({ id }) => id)
}
