/** What is wrong with a field, and what would be right, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Refusal } from '../../../../../protocol/checkRules.ts'
import type { Formats } from '../../../hooks/useFormats.ts'
import type { DraftProblem } from './checkDraft.ts'

export function describeProblem(
  { isMissing, path, refusal }: DraftProblem,
  formats: Formats,
): MessageDescriptor {
  if (refusal) return describeRefusal(refusal, formats)
  if (path === 'name') return msg`회차의 이름을 적어 주세요.`
  if (path.startsWith('criteria')) return msg`기준의 이름을 적어 주세요.`
  return describeForm(path, isMissing)
}

/** The form that the value of a field has. */
function describeForm(path: string, isMissing: boolean): MessageDescriptor {
  if (/^(holders|trustees|verifiers)/.test(path))
    return isMissing
      ? msg`주소를 적어 주세요. 0x로 시작하고 뒤에 40자가 옵니다.`
      : msg`주소가 바르지 않습니다. 지갑에서 복사해 그대로 붙여 넣어 주세요.`
  if (/^times\.(rollNotice|objectionPeriod|answerPeriod)$/.test(path))
    return msg`기간을 0 이상의 정수로 적어 주세요.`
  if (path.startsWith('times')) return msg`날짜와 시각을 적어 주세요.`
  if (path === 'minOpened') return msg`0에서 100까지의 수를 적어 주세요.`
  if (path === 'budget') return msg`금액을 숫자로만 적어 주세요.`
  return msg`0 이상의 정수를 적어 주세요.`
}

function describeRefusal(
  { error, values }: Refusal,
  { moment, number }: Formats,
): MessageDescriptor {
  const of = (name: string) => number(Number(values[name] ?? 0))
  switch (error) {
    case 'Rules_TimeOrder': {
      const earliest = moment(Math.ceil(Number(values['earliest']) / 60) * 60)
      return msg`너무 이릅니다. ${earliest}부터 됩니다.`
    }
    case 'Rules_HolderMissing':
      return msg`이 일을 맡을 사람이 없습니다.`
    case 'Rules_Reviewers':
      return msg`심사자가 없습니다. 1명 이상이어야 합니다.`
    case 'Rules_ReviewerCount': {
      const most = of('most')
      return msg`심사자가 너무 많습니다. 최대 ${most}명입니다.`
    }
    case 'Rules_ListLength': {
      const most = of('most')
      return msg`목록은 2개에서 ${most}개까지 됩니다.`
    }
    case 'Rules_ValueCount': {
      const [count, most] = [of('values'), of('most')]
      return msg`심사표 한 장에 점수가 ${count}개나 됩니다. 제안 수 × 기준 수가 ${most} 이하여야 합니다.`
    }
    case 'Rules_Weights':
      return msg`기준이 하나 이상 있고, 비중이 1 이상이어야 합니다.`
    case 'Rules_MaxScore':
      return msg`가장 높은 점수는 1에서 255까지 됩니다.`
    case 'Rules_BallotLimit': {
      const most = of('most')
      return msg`1번에서 ${most}번까지 됩니다.`
    }
    case 'Rules_SeatsOrBudget':
      return msg`선정할 수나 예산이 1 이상이어야 합니다.`
    case 'Rules_Quota': {
      const [sum, seats] = [of('sum'), of('seats')]
      return msg`분야마다 1개 이상, 한 번씩만, 모두 합쳐 선정할 수와 같아야 합니다. 지금은 합계 ${sum}, 선정 ${seats}입니다.`
    }
    case 'Rules_RosterBounds': {
      const [least, most] = [of('least'), of('most')]
      return msg`이 규칙에 맞는 제안 수가 없습니다. ${least}개 이상이어야 하는데 ${most}개까지만 받을 수 있습니다.`
    }
    case 'Rules_SumOverflow':
    case 'Round_SumOverflow':
      return msg`점수 합이 너무 커질 수 있습니다. 가장 높은 점수, 비중, 심사자 수 가운데 하나를 줄이세요.`
    case 'Rules_MinOpened':
      return msg`0에서 100까지의 수를 적어 주세요.`
    case 'Rules_DrawDelay': {
      const most = of('most')
      return msg`1에서 ${most}까지 됩니다.`
    }
    case 'Rules_Trustees': {
      const most = of('most')
      return msg`열쇠지기는 1곳이면 1곳, 여럿이면 최대 ${most}곳 가운데 2곳 이상이 모여야 열립니다.`
    }
    case 'Rules_TrusteeListed':
      return msg`같은 열쇠지기가 두 번 있거나 주소가 비어 있습니다.`
    case 'Rules_Verifier':
      return msg`패스키 확인 계약은 최대 4개입니다.`
    case 'Round_RosterSize': {
      const [accepted, least, most] = [of('accepted'), of('least'), of('most')]
      return msg`제안이 ${accepted}개면 이 규칙으로 진행할 수 없습니다. ${least}개에서 ${most}개까지 됩니다.`
    }
    default:
      return msg`계약이 받지 않는 값입니다.`
  }
}
