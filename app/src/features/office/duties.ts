/** What each holder of a role does in a round: where, and from when until when. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { type Phase, phases, type Role } from '../../../../chain/enums.ts'
import type { Times } from '../../../../protocol/rules.ts'
import type { Round } from '../../queries/round.ts'

export type DutyState = 'now' | 'later' | 'over'

export type Duty = {
  name: MessageDescriptor
  help: MessageDescriptor
  /** Behind the address of the round. */
  to: string
  state: DutyState
  /** Unix seconds: when it begins (later) or ends (now); where the rules say it. */
  when?: number | undefined
}

export type Office = Role | 'trustee' | 'anyone'

export const offices = [
  'admin',
  'registrar',
  'screener',
  'committee',
  'trustee',
  'anyone',
] as const satisfies readonly Office[]

type Plan = Pick<Duty, 'name' | 'help' | 'to'> & {
  /** Phases in which it is done, the first and the last of them. */
  between: readonly [Phase, Phase]
  from?: keyof Times
  until?: keyof Times
}

const plans: Readonly<Record<Office, readonly Plan[]>> = {
  admin: [
    {
      name: msg`제안 번호 매기기`,
      help: msg`자격 확인이 끝난 적격 제안에 번호를 매겨 심사할 제안을 정합니다.`,
      to: 'office/roster',
      between: ['screening', 'screening'],
      until: 'rosterBy',
    },
    {
      name: msg`고정하기`,
      help: msg`명부와 열쇠가 준비되면 규칙·제안·명부·일정을 굳힙니다.`,
      to: 'office/freeze',
      between: ['screening', 'roll'],
      from: 'registerUntil',
      until: 'freezeBy',
    },
    {
      name: msg`담당 넘기기`,
      help: msg`다른 지갑이나 사람에게 담당을 넘깁니다.`,
      to: 'office/handover',
      between: ['registration', 'confirmation'],
    },
    {
      name: msg`회차 취소`,
      help: msg`마감 전에만, 이유를 밝히고 끝냅니다.`,
      to: 'office/cancel',
      between: ['registration', 'review'],
      until: 'close',
    },
    {
      name: msg`진행 상황`,
      help: msg`얼마나 기록되었는지 봅니다.`,
      to: 'office/coverage',
      between: ['review', 'review'],
      from: 'reviewFrom',
      until: 'close',
    },
  ],
  registrar: [
    {
      name: msg`개인정보 보관과 삭제`,
      help: msg`연락처를 언제 지울지 먼저 정합니다.`,
      to: 'office/retention',
      between: ['registration', 'confirmed'],
    },
    {
      name: msg`명부와 참여권`,
      help: msg`참여권을 나눠 주고, 등록한 열쇠로 명부를 공개합니다.`,
      to: 'office/roll',
      between: ['screening', 'roll'],
      from: 'registerUntil',
      until: 'freezeBy',
    },
    {
      name: msg`진행 상황`,
      help: msg`아직 안 보낸 자리를 알리는 데 씁니다.`,
      to: 'office/coverage',
      between: ['review', 'review'],
      from: 'reviewFrom',
      until: 'close',
    },
    {
      name: msg`담당 넘기기`,
      help: msg`다른 지갑이나 사람에게 담당을 넘깁니다.`,
      to: 'office/handover',
      between: ['registration', 'confirmation'],
    },
  ],
  screener: [
    {
      name: msg`자격 확인`,
      help: msg`제안을 읽고 적격·부적격을 이유와 함께 기록합니다.`,
      to: 'office/screening',
      between: ['registration', 'screening'],
      until: 'rosterBy',
    },
    {
      name: msg`담당 넘기기`,
      help: msg`다른 지갑이나 사람에게 담당을 넘깁니다.`,
      to: 'office/handover',
      between: ['registration', 'confirmation'],
    },
  ],
  committee: [
    {
      name: msg`이의에 답하고 확정하기`,
      help: msg`이의에 답하고, 순위를 확정하거나 이유를 밝혀 바꿉니다.`,
      to: 'office/decision',
      between: ['objections', 'confirmation'],
      from: 'openUntil',
    },
    {
      name: msg`담당 넘기기`,
      help: msg`다른 지갑이나 사람에게 담당을 넘깁니다.`,
      to: 'office/handover',
      between: ['registration', 'confirmation'],
    },
  ],
  trustee: [
    {
      name: msg`열쇠지기의 일`,
      help: msg`조각을 만들고 확인하고, 추첨과 마감 뒤에 내놓습니다.`,
      to: 'trustee',
      between: ['registration', 'opening'],
      until: 'releaseUntil',
    },
  ],
  anyone: [
    {
      name: msg`추첨·개표·순위 마무리`,
      help: msg`누구나 할 수 있는 단계입니다. 아무도 안 하면 여기서 하세요.`,
      to: 'finish',
      between: ['draw', 'ranking'],
    },
  ],
}

export function dutiesOf(
  office: Office,
  { phase, rules }: Pick<Round, 'phase' | 'rules'>,
): Duty[] {
  const { times } = rules
  return plans[office].map(({ between, from, help, name, to, until }) => {
    const state = stateOf(phase, between)
    const moment = state === 'later' ? from : until
    const when = state === 'over' || !moment ? undefined : times[moment]
    return { name, help, to, state, when }
  })
}

function stateOf(phase: Phase, [first, last]: readonly [Phase, Phase]) {
  const at = phases.indexOf(phase)
  // Cancelled, lapsed and failed come after everything.
  if (at > phases.indexOf(last)) return 'over'
  return at < phases.indexOf(first) ? 'later' : 'now'
}
