/** What is wrong with lines of tables, and why tickets are re-issued, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { RollCell, RollFault } from '../../../../protocol/rollTable.ts'
import type { ContactFault } from '../../../../protocol/tickets/contactTable.ts'
import type { ReissueReason } from '../../relayer/registrar.ts'

export const contactFaults: Readonly<Record<ContactFault, MessageDescriptor>> =
  {
    'a column is missing': msg`열이 없습니다. 첫 줄에 ‘공동체, 자리, 연락처’(자리는 없어도 됩니다)를, 따로 뽑은 심사자이면 ‘심사자, 연락처’를 적으세요.`,
    'no such seat': msg`그런 공동체나 자리가 없습니다.`,
    'no contact': msg`연락처가 비어 있습니다.`,
    'the contact is too long': msg`연락처가 너무 깁니다. 200자까지 됩니다.`,
    'the letters cannot be read': msg`깨진 글자가 있습니다. 파일을 UTF-8이나 CP949로 다시 저장하세요.`,
    'the seat is repeated': msg`앞줄에 나온 자리입니다.`,
    'more people than seats': msg`공동체의 남은 자리보다 사람이 많습니다.`,
  }

const cellNames: Readonly<Record<RollCell, MessageDescriptor>> = {
  community: msg`공동체`,
  seat: msg`자리`,
  reviewer: msg`심사자`,
  key: msg`열쇠`,
}

export type Say = (message: MessageDescriptor) => string

/** As an official heads a column. */
export function columnName(column: string, say: Say): string {
  return column in cellNames ? say(cellNames[column as RollCell]) : column
}

export function describeRollFault(
  fault: RollFault,
  say: Say,
): MessageDescriptor {
  switch (fault.kind) {
    case 'number': {
      const { most, text } = fault
      const cell = say(cellNames[fault.cell])
      return msg`${cell} 칸이 “${text}”입니다. 1부터 ${most}까지여야 합니다.`
    }
    case 'capitals': {
      const { text } = fault
      return msg`열쇠 ${text} 값의 대문자 자리가 맞지 않습니다. 글자가 바뀌었습니다.`
    }
    case 'key': {
      const { text } = fault
      return msg`“${text}” 값은 열쇠가 아닙니다. 0x와 숫자·영문 40자여야 합니다.`
    }
    case 'repeated': {
      const { first } = fault
      return fault.what === 'seat'
        ? msg`${first}번째 줄과 같은 자리입니다.`
        : msg`${first}번째 줄과 같은 열쇠입니다.`
    }
    case 'missing': {
      const { count } = fault
      const seats = fault.firstSeats.map((index) => index + 1).join(', ')
      return msg`자리 ${count}개가 없습니다. 처음 몇 개의 심사자 번호: ${seats}.`
    }
  }
}

export const reasonNames: Readonly<Record<ReissueReason, MessageDescriptor>> = {
  lost: msg`잃어버림`,
  'not received': msg`받지 못함`,
  'seen by others': msg`남이 봄`,
  'key lost': msg`열쇠를 잃어버림`,
  'person changed': msg`사람이 바뀜`,
}
