/** Wrong use of a command: what is wrong, and what would be right. */
import { BaseError } from '../protocol/errors.ts'

export class UsageError extends BaseError {
  override name = 'UsageError'

  constructor(problem: string, ...advice: string[]) {
    super(problem, { metaMessages: advice })
  }
}
