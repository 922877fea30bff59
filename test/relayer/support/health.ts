/** What a relayer says of itself. */
import type { readHealth } from '../../../relayer/health/readHealth.ts'
import { untilAsync } from './untilAsync.ts'

export type Health = Awaited<ReturnType<typeof readHealth>>

type Place = { url: string }

export async function askHealth({ url }: Place): Promise<Health> {
  const answer = await fetch(`${url}/health`)
  return (await answer.json()) as Health
}

/** Waits until it says so, and answers what it says. */
export async function untilHealth(
  place: Place,
  says: (health: Health) => boolean,
  patience?: number,
): Promise<Health> {
  let health = await askHealth(place)
  await untilAsync(async () => {
    if (says(health)) return true
    health = await askHealth(place)
    return says(health)
  }, patience).catch((cause: unknown) => {
    throw new Error(`It says ${JSON.stringify(health)}`, { cause })
  })
  return health
}
