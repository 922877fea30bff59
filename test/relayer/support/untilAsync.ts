/** Waits until something is so, and fails if it does not come about. */
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds. */
const pause = 20

export async function untilAsync(
  condition: () => Promise<boolean>,
  patience = 30_000,
): Promise<void> {
  for (let waited = 0; !(await condition()); waited += pause) {
    if (waited > patience) throw new Error('It does not come about.')
    await wait(pause)
  }
}
