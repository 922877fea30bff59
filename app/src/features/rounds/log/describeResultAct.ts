/** What followed the ranking, as plain sentences. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { fromBitField } from '../../../../../protocol/bitField.ts'
import type { Act } from './acts.ts'
import type { eventsOf } from './kinds.ts'

type ResultAct = Extract<
  Act,
  { eventName: (typeof eventsOf)['result'][number] }
>

export function describeResultAct(act: ResultAct): MessageDescriptor {
  if (act.eventName === 'Ranked') {
    const recommended = fromBitField(act.args.recommended).length
    return msg`순위가 나왔습니다. 추천 ${recommended}개`
  }
  if (act.eventName === 'Objected') {
    const objection = Number(act.args.objection)
    const reviewer = Number(act.args.reviewer)
    return reviewer > 0
      ? msg`이의 ${objection}번을 심사자 ${reviewer}번이 냈습니다.`
      : msg`이의 ${objection}번을 제안한 공동체가 냈습니다.`
  }
  if (act.eventName === 'ObjectionAnswered') {
    const objection = Number(act.args.objection)
    return msg`위원회가 이의 ${objection}번에 답했습니다.`
  }
  if (act.eventName === 'Departed') {
    const { added, removed } = act.args
    return added === 0
      ? msg`위원회가 ${removed}번 제안을 선정하지 않기로 했습니다. 자리는 비워 둡니다.`
      : msg`위원회가 ${removed}번 제안 대신 ${added}번 제안을 선정하기로 했습니다.`
  }
  const selected = fromBitField(act.args.selected).length
  const unanswered = Number(act.args.unanswered)
  return msg`위원회가 확정했습니다. 선정 ${selected}개, 답하지 않은 이의 ${unanswered}건`
}
