/** The contract's numbers as words of the page's language, for sentences. */
import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  phases,
  type Purpose,
  purposes,
  type Role,
  roles,
} from '../../../../../chain/enums.ts'
import { momentNames } from '../../../../../protocol/rules.ts'
import { phaseNames } from '../../../components/phaseNames.ts'
import type { Language } from '../../../config/display.ts'
import { formatsOf } from '../../../hooks/useFormats.ts'
import { messagesOf } from '../../../locales/language.ts'

const roleNames: Readonly<Record<Role, MessageDescriptor>> = {
  admin: msg`관리자`,
  registrar: msg`명부 담당`,
  screener: msg`자격 확인 담당`,
  committee: msg`위원회`,
}

const purposeNames: Readonly<Record<Purpose, MessageDescriptor>> = {
  ballot: msg`심사표 열쇠`,
  lottery: msg`추첨 열쇠`,
}

const momentWords: Readonly<Record<string, MessageDescriptor>> = {
  registerUntil: msg`모집 마감`,
  rosterBy: msg`제안 번호 매기기 기한`,
  freezeBy: msg`고정 기한`,
  drawBy: msg`추첨 기한`,
  reviewFrom: msg`심사 시작`,
  close: msg`심사 마감`,
  releaseFrom: msg`조각 내놓기 시작`,
  releaseUntil: msg`조각 내놓기 끝`,
  openUntil: msg`개표 끝`,
}

/** The page's messages: the global ones are the shell's alone. */
const own = () => messagesOf(['acts'], i18n.locale)

const formats = () => formatsOf(i18n.locale as Language)

export function number(value: number | bigint): string {
  return formats().number(value)
}

/** Of Unix seconds. */
export function time(seconds: number | bigint): string {
  return formats().moment(Number(seconds))
}

export function phaseName(phase: number): string {
  const name = phases[phase]
  return name === undefined ? String(phase) : own()._(phaseNames[name])
}

export function roleName(role: number | bigint): string {
  const name = roles[Number(role)]
  return name === undefined ? String(role) : own()._(roleNames[name])
}

export function purposeName(purpose: number): string {
  const name = purposes[purpose]
  return name === undefined ? String(purpose) : own()._(purposeNames[name])
}

export function halfName(half: number | bigint): string {
  return own()._(Number(half) === 0 ? msg`가 조` : msg`나 조`)
}

export function momentName(index: number | bigint): string {
  const name = momentNames[Number(index)] ?? ''
  const words = momentWords[name]
  return words === undefined ? name || String(index) : own()._(words)
}
