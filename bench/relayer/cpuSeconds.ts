/** What a process has computed so far; less depends on what else the machine does. */
import { readFileSync } from 'node:fs'

/** Of the kernel's clock, by which it counts. */
const ticksASecond = 100

/** All threads together; none where the system does not tell. */
export function cpuSeconds(pid: number | undefined): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
    // After the name, which may hold anything: user and system time.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond
  } catch {
    return undefined
  }
}
