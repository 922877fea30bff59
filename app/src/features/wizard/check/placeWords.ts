/** What the field of a path is called, where its step has several like it. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Holders, Times } from '../../../../../protocol/rules.ts'
import { roleWords } from '../steps/roleWords.ts'
import { timeWords } from '../steps/timeWords.ts'

export function placeWords(path: string): MessageDescriptor | undefined {
  const [first = '', name = ''] = path.split('.')
  if (first === 'holders') return roleWords[name as keyof Holders].label
  if (first === 'times') return timeWords[name as keyof Times].label
  const [, list, index] =
    /^(trustees|criteria|weights)\[(\d+)\]/.exec(path) ?? []
  const place = Number(index) + 1
  if (list === 'trustees') return msg`열쇠지기 ${place}`
  return list === undefined ? undefined : msg`기준 ${place}`
}
