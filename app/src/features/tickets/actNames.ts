/** What the acts of a relayer's log are called. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

const names: Readonly<Record<string, MessageDescriptor>> = {
  'tickets issued': msg`참여권을 만들었습니다`,
  'ticket re-issued': msg`참여권을 다시 발급했습니다`,
  'contacts kept': msg`연락처를 올렸습니다`,
  'retention set': msg`지울 날을 정했습니다`,
  'retention done': msg`개인정보를 지웠습니다`,
}

export function nameOfAct(act: string): MessageDescriptor {
  return names[act] ?? msg`그 밖의 일 (${act})`
}
