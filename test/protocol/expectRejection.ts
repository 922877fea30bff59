/** Expects a promise to be refused with an error of this class. */
import { expect } from 'chai'

export async function expectRejection<Thrown extends Error>(
  promise: Promise<unknown>,
  errorClass: new (...parameters: never[]) => Thrown,
): Promise<Thrown> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).to.be.instanceOf(errorClass)
  return error as Thrown
}
