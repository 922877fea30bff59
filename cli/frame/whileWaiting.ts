/** Says what is being waited for, where it takes longer than two seconds. */
import { say } from './report.ts'
import type { Session } from './session.ts'

/** Milliseconds. */
const patience = 2_000

export async function whileWaiting<result>(
  session: Pick<Session, 'surroundings'>,
  what: string,
  work: Promise<result>,
): Promise<result> {
  const timer = setTimeout(() => {
    say(session, `${what} …`)
  }, patience)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}
