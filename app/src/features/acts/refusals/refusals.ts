/** One table from the name of a contract's error to what it says to people. */
import { msg } from '@lingui/core/macro'
import type {
  ErrorName,
  ErrorValues,
} from '../../../../../chain/contractErrors.ts'
import type { Explanation } from './explainRefusal.ts'

export type Explains<name extends ErrorName> = {
  readonly [key in name]: (values: ErrorValues<key>) => Explanation
}

export const refusals: Partial<Explains<ErrorName>> = {
  Round_NotHolder: () => ({
    sentence: msg`이 지갑은 이 일을 맡은 지갑이 아닙니다.`,
    advice: msg`담당 지갑으로 바꾼 뒤 다시 하세요.`,
  }),
}
