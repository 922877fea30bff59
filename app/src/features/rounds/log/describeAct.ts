/** Every official act as a plain sentence. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Act } from './acts.ts'
import { zeroAddress } from 'viem'
import { describeKeyAct } from './describeKeyAct.ts'
import { describeResultAct } from './describeResultAct.ts'

export type Describing = {
  act: Act
  /** Names of roles in the language of the page. */
  roleOf: (role: number) => string
  /** The order in which a proposal's key was registered. */
  ordinalOf: (key: string) => number
}

export function describeAct(describing: Describing): MessageDescriptor {
  const { act, ordinalOf, roleOf } = describing
  switch (act.eventName) {
    case 'RoundOpened':
      return msg`회차를 만들었습니다. 규칙이 정해졌습니다.`
    case 'RoundCancelled':
      return msg`관리자가 회차를 취소했습니다.`
    case 'RoleOffered': {
      const role = roleOf(act.args.role)
      if (act.args.next === zeroAddress)
        return msg`넘기려던 것을 거두었습니다. 역할: ${role}`
      return msg`맡을 사람을 정해 받아 주기를 기다립니다. 역할: ${role}`
    }
    case 'RoleAccepted': {
      const role = roleOf(act.args.role)
      return msg`담당이 바뀌었습니다. 역할: ${role}`
    }
    case 'ProposalRegistered': {
      const { ordinal, version } = act.args
      return msg`접수 ${ordinal}번 제안의 ${version}판을 냈습니다.`
    }
    case 'ProposalWithdrawn': {
      const ordinal = ordinalOf(act.args.key)
      return msg`접수 ${ordinal}번 제안을 철회했습니다.`
    }
    case 'ProposalScreened': {
      const ordinal = ordinalOf(act.args.key)
      const { accepted, version } = act.args
      return accepted
        ? msg`접수 ${ordinal}번 제안의 ${version}판이 적격으로 결정됐습니다.`
        : msg`접수 ${ordinal}번 제안의 ${version}판이 부적격으로 결정됐습니다.`
    }
    case 'RosterExtended': {
      const first = Number(act.args.firstNumber)
      const last = first + act.args.keys.length - 1
      return msg`적격 제안에 ${first}번부터 ${last}번까지 번호를 매겼습니다.`
    }
    case 'RosterFixed': {
      const count = Number(act.args.count)
      return msg`심사할 제안 ${count}개를 확정했습니다.`
    }
    case 'RollPublished': {
      const part = Number(act.args.chunk) + 1
      const revision = Number(act.args.revision)
      return revision === 1
        ? msg`심사자 명부의 ${part}번째 부분을 공개했습니다.`
        : msg`심사자 명부의 ${part}번째 부분을 고쳤습니다. ${revision}번째로 공개한 것입니다.`
    }
    case 'Frozen':
      return msg`고정했습니다. 규칙, 제안, 명부, 일정을 이제 아무도 바꿀 수 없습니다.`
    case 'DrawBlockStored': {
      const block = String(act.args.drawBlock)
      return msg`추첨에 쓸 블록을 적어 두었습니다: ${block}`
    }
    case 'Drawn':
      return msg`추첨했습니다. 심사 목록이 정해졌습니다.`
    case 'PageCast': {
      const page = Number(act.args.page)
      const ballots = Number(act.args.ballots)
      return msg`심사표 ${ballots}장을 잠근 채 기록했습니다. 묶음 ${page}`
    }
    case 'BallotSkipped': {
      const reviewer = Number(act.args.reviewer)
      return msg`심사자 ${reviewer}번의 심사표 한 장은 조건에 맞지 않아 기록하지 않았습니다.`
    }
    case 'PageOpened': {
      const page = Number(act.args.page)
      const counted = Number(act.args.counted)
      const spoiled = Number(act.args.spoiled)
      return msg`심사표 묶음 ${page}번을 열었습니다. 집계 ${counted}장, 무효 ${spoiled}장`
    }
    case 'BallotSpoiled': {
      const reviewer = Number(act.args.reviewer)
      return msg`심사자 ${reviewer}번의 심사표는 규칙에 맞지 않아 무효입니다.`
    }
    case 'AttemptStarted':
    case 'PackagePublished':
    case 'SharesPublished':
    case 'ShareDisputed':
    case 'KeysConfirmed':
    case 'KeysStand':
    case 'ShareReleased':
    case 'KeyCame':
      return describeKeyAct(act)
    case 'Ranked':
    case 'Objected':
    case 'ObjectionAnswered':
    case 'Departed':
    case 'Confirmed':
      return describeResultAct(act)
  }
}
