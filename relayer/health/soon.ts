/** An answer that comes soon, or none: health is asked for when things hang. */

/** Milliseconds. */
const patience = 4_000

export async function soon<answer>(
  answering: Promise<answer>,
): Promise<answer | null> {
  let timer: NodeJS.Timeout | undefined
  const giveUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null)
    }, patience)
  })
  try {
    return await Promise.race([answering, giveUp])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
