/** The base of every error that Dure throws. */
export type BaseErrorParameters = {
  /** What would be right, or where it went wrong: one line each. */
  metaMessages?: readonly string[]
  cause?: unknown
}

export class BaseError extends Error {
  override name = 'BaseError'
  /** The first line of `message`: what is wrong. */
  readonly shortMessage: string
  readonly metaMessages: readonly string[]

  constructor(
    shortMessage: string,
    { metaMessages = [], cause }: BaseErrorParameters = {},
  ) {
    super(
      [shortMessage, ...metaMessages].join('\n'),
      cause === undefined ? undefined : { cause },
    )
    this.shortMessage = shortMessage
    this.metaMessages = metaMessages
  }
}
