/** Refusals about proposals, screening and roster. */
import { msg } from '@lingui/core/macro'
import type { Explains } from './explanation.ts'
import { number } from './words.ts'

export const ofProposals: Explains<
  | 'Round_ProposalVersion'
  | 'Round_NoProposal'
  | 'Round_ScreenedVersion'
  | 'Round_RosterStarted'
  | 'Round_NotAccepted'
  | 'Round_RosterOrder'
  | 'Round_RosterPart'
  | 'Round_RosterSize'
  | 'Round_SumOverflow'
> = {
  Round_ProposalVersion: ({ key, lastVersion, version }) => ({
    sentence: msg`${key} 열쇠의 제안은 ${number(lastVersion)}판까지 있어서 ${number(version)}판을 낼 수 없습니다.`,
    advice: msg`화면을 다시 열어 다음 판으로 내세요.`,
  }),
  Round_NoProposal: ({ key }) => ({
    sentence: msg`${key} 열쇠로 낸 제안이 없습니다.`,
    advice: msg`낸 적이 없거나 철회한 제안입니다.`,
  }),
  Round_ScreenedVersion: ({ key, standing, version }) => ({
    sentence: msg`${number(version)}판을 보고 정했지만 지금은 ${number(standing)}판입니다. 제안 열쇠: ${key}.`,
    advice: msg`새 판을 읽고 다시 정하세요.`,
  }),
  Round_RosterStarted: () => ({
    sentence: msg`제안에 번호를 매기기 시작해서 이제 제안을 바꿀 수 없습니다.`,
    advice: msg`번호 매기기를 마저 하세요.`,
  }),
  Round_NotAccepted: ({ key }) => ({
    sentence: msg`${key} 열쇠의 제안은 적격이 아닙니다.`,
    advice: msg`적격 제안에만 번호를 매깁니다. 화면을 다시 열면 남은 것만 보냅니다.`,
  }),
  Round_RosterOrder: ({ key, ordinal, previous }) => ({
    sentence: msg`${key} 열쇠의 제안은 접수 ${number(ordinal)}번이어서 ${number(previous)}번 뒤에 올 수 없습니다.`,
    advice: msg`번호는 접수 순서대로 매깁니다. 화면을 다시 여세요.`,
  }),
  Round_RosterPart: ({ expected, length }) => ({
    sentence: msg`제안 ${number(length)}개를 보냈지만 ${number(expected)}개를 보낼 차례입니다.`,
    advice: msg`다른 담당이 먼저 보냈을 수 있습니다. 화면을 다시 열면 이어서 합니다.`,
  }),
  Round_RosterSize: ({ accepted, least, most }) => ({
    sentence: msg`적격 제안이 ${number(accepted)}개입니다. 규칙에는 ${number(least)}개에서 ${number(most)}개까지만 됩니다.`,
    advice: msg`적격 제안 수를 규칙에 맞추거나, 이 회차를 취소하고 다른 규칙으로 새로 만드세요.`,
  }),
  Round_SumOverflow: ({ bound, most }) => ({
    sentence: msg`이 제안 수로는 한 제안의 점수 합이 ${number(most)}까지 커질 수 있습니다. 한계는 ${number(bound)}입니다.`,
    advice: msg`비중이나 점수, 심사자 수를 줄인 규칙으로 회차를 새로 만드세요.`,
  }),
}
