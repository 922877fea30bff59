/** What the places are called where something could link a person to a seat. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

const names: Readonly<Record<string, MessageDescriptor>> = {
  'contacts.contact': msg`연락처`,
  'tickets.hash': msg`참여권의 지문값`,
  'enrolments.ticket': msg`등록에 쓴 참여권의 지문값`,
  'enrolments.signature': msg`등록할 때의 서명`,
}

export function nameOfPlace(place: string): MessageDescriptor {
  return names[place] ?? msg`그 밖의 것 (${place})`
}
