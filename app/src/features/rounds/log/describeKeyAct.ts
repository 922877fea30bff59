/** What trustees did, as plain sentences. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { purposes } from '../../../../../chain/enums.ts'
import type { Act } from './acts.ts'
import type { eventsOf } from './kinds.ts'

type KeyAct = Extract<Act, { eventName: (typeof eventsOf)['keys'][number] }>

export function describeKeyAct(act: KeyAct): MessageDescriptor {
  if (act.eventName === 'KeyCame')
    return msg`열쇠가 모였습니다. 이제 누구나 심사표를 열 수 있습니다.`
  if (act.eventName === 'AttemptStarted') {
    const { attempt } = act.args
    const trustees = act.args.trustees.length
    return msg`열쇠 만들기를 시작했습니다. ${attempt}번째, 열쇠지기 ${trustees}곳`
  }
  if (act.eventName === 'KeysStand')
    return msg`열쇠지기 모두가 같은 열쇠를 확인했습니다. 열쇠가 정해졌습니다.`
  const trustee = Number(act.args.trustee)
  if (act.eventName === 'PackagePublished')
    return msg`열쇠지기 ${trustee}번이 열쇠 조각의 재료를 내놓았습니다.`
  if (act.eventName === 'SharesPublished')
    return msg`열쇠지기 ${trustee}번이 다른 열쇠지기들에게 잠근 조각을 보냈습니다.`
  if (act.eventName === 'KeysConfirmed')
    return msg`열쇠지기 ${trustee}번이 열쇠를 확인했습니다.`
  if (act.eventName === 'ShareDisputed') {
    const accused = Number(act.args.accused)
    return msg`열쇠지기 ${trustee}번이 잘못된 조각을 받았다고 밝혔습니다. 보낸 곳: 열쇠지기 ${accused}번`
  }
  return purposes[act.args.purpose] === 'lottery'
    ? msg`열쇠지기 ${trustee}번이 추첨에 쓸 조각을 내놓았습니다.`
    : msg`열쇠지기 ${trustee}번이 심사표를 열 조각을 내놓았습니다.`
}
