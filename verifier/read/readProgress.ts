/** How far the reading of a round is. */
export const readSteps = [
  'logs',
  'state',
  'blocks',
  'transactions',
  'codes',
] as const
export type ReadStep = (typeof readSteps)[number]

export type ReadProgress = {
  step: ReadStep
  /** Blocks looked through for `logs`, things read for the others. */
  done: number
  total: number
}

export type OnProgress = (progress: ReadProgress) => void

/** Counts the things of one step as they come in. */
export function countStep(
  step: ReadStep,
  total: number,
  onProgress: OnProgress,
): (more: number) => void {
  let done = 0
  onProgress({ step, done, total })
  return (more) => {
    done += more
    onProgress({ step, done, total })
  }
}
