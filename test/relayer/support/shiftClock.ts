/** Sets this process's clock of the day wrong; what only measures time goes on. */
const trueDate = Date

/** Seconds; 0 makes it right again. */
export function shiftClock(seconds: number): void {
  const now = () => trueDate.now() + 1000 * seconds
  const shifted = new Proxy(trueDate, {
    construct: (target, values: readonly unknown[], newTarget) =>
      values.length > 0
        ? (Reflect.construct(target, [...values], newTarget) as object)
        : new target(now()),
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  })
  globalThis.Date = seconds === 0 ? trueDate : shifted
}
