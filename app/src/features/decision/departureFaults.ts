/** What is wrong with a line of departures, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { DepartureFault } from '../../../../protocol/departuresTable.ts'

export const departureFaults: Readonly<
  Record<DepartureFault, MessageDescriptor>
> = {
  'a column is missing': msg`열이 없습니다. 첫 줄은 ‘제외, 추가, 사유’입니다.`,
  'not a number': msg`제외와 추가에는 제안 번호를 적으세요.`,
  'not recommended': msg`제외할 제안이 추천된 것이 아닙니다.`,
  'removed twice': msg`같은 제안을 두 번 제외합니다.`,
  'cannot take the place': msg`추가할 제안은 이 자리에 올 수 없습니다.`,
  'added twice': msg`같은 제안을 두 번 추가합니다.`,
  'no reason': msg`사유가 없습니다.`,
}
