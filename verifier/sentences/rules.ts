/** What the checks of factory, rules, phases and roles say. */
import { many, say } from './say.ts'

export const rulesSentences = {
  'factory.round': {
    title: say('회차를 만든 공장', 'the factory that made the round'),
    passed: ({ factory }: { factory: string }) =>
      say(
        `이 회차는 공장 ${factory}에서 만들었습니다.`,
        `The factory ${factory} made this round.`,
      ),
    missing: () =>
      say(
        '공장이 이 회차를 만들었다는 기록이 없습니다.',
        'There is no log of the factory that it made this round.',
      ),
    unopened: () =>
      say(
        '회차를 연 기록이 없거나 만든 거래에 있지 않습니다.',
        'The round was not opened in the transaction that made it.',
      ),
    denied: () =>
      say(
        '공장은 이 회차를 만들지 않았다고 답합니다.',
        'The factory answers that it did not make this round.',
      ),
  },
  'factory.code': {
    title: say('회차의 프로그램', 'the code of the round'),
    passed: ({ implementation }: { implementation: string }) =>
      say(
        `회차는 공장의 구현 ${implementation}을 그대로 따르며 규칙을 자신의 코드에 담고 있습니다.`,
        `The round is a clone of ${implementation} and carries its rules in its own code.`,
      ),
    missing: () => say('코드가 기록에 없습니다.', 'A code is missing.'),
    clone: () =>
      say(
        '회차의 코드가 공장의 구현을 따르지 않습니다.',
        'The code of the round is not a clone of the factory’s implementation.',
      ),
  },
  'rules.digest': {
    title: say('규칙과 그 지문', 'the rules and their digest'),
    passed: ({ digest }: { digest: string }) =>
      say(
        `코드의 규칙과 공표된 규칙이 같고 지문은 ${digest}입니다.`,
        `The rules in the code and in the log are the same; their digest is ${digest}.`,
      ),
    code: () =>
      say(
        '회차의 코드에 담긴 규칙이 처음 정한 규칙과 다릅니다.',
        'The rules in the code of the round are not those that were fixed.',
      ),
    event: () =>
      say(
        '공표된 규칙이 처음 정한 규칙과 다릅니다.',
        'The rules in the log are not those that were fixed.',
      ),
    digest: () =>
      say('규칙의 지문이 다릅니다.', 'The digest of the rules is another one.'),
  },
  'rules.bounds': {
    title: say('규칙의 한계', 'the bounds of the rules'),
    passed: () =>
      say(
        '규칙이 모두 정해진 한계 안에 있습니다.',
        'All rules are within their bounds.',
      ),
    broken: ({ error }: { error: string }) =>
      say(
        `규칙이 한계를 벗어납니다(${error}).`,
        `A rule is out of bounds (${error}).`,
      ),
  },
  'phases.milestones': {
    title: say('단계를 여는 기록', 'the acts that begin a phase'),
    passed: ({ milestones }: { milestones: number }) =>
      say(
        `단계를 여는 기록 ${milestones}개가 하나씩 차례대로 있습니다.`,
        `${many(milestones, 'act')} that begin a phase: there once each, and in order.`,
      ),
    missing: () =>
      say(
        '뒤의 단계가 있는데 이 기록이 빠졌습니다.',
        'A later phase was reached, but this log is missing.',
      ),
    doubled: () =>
      say(
        '한 번만 있을 수 있는 기록이 또 있습니다.',
        'This can happen only once.',
      ),
  },
  'phases.acts': {
    title: say('단계와 시각', 'phases and times'),
    passed: ({ acts, phase }: { acts: number; phase: string }) =>
      say(
        `행위 ${acts}건이 모두 제 단계에서 이루어졌습니다. 지금 단계: ${phase}.`,
        `${many(acts, 'act')} checked, each in its phase. The round stands in: ${phase}.`,
      ),
    outside: ({ phase }: { phase: string }) =>
      say(
        `이 행위는 제 단계가 아닐 때(${phase}) 이루어졌습니다.`,
        `This act was done outside its phase (in ${phase}).`,
      ),
  },
  'roles.history': {
    title: say('역할의 이어받기', 'handovers of roles'),
    passed: ({ handovers }: { handovers: number }) =>
      say(
        `역할의 이어받기 ${handovers}건이 모두 제안과 수락으로 이루어졌습니다.`,
        `${many(handovers, 'handover')} of roles, each offered and accepted.`,
      ),
    offer: () =>
      say(
        '그 역할을 맡지 않은 이가 역할을 제안했습니다.',
        'Somebody offered a role who did not hold it.',
      ),
    acceptance: () =>
      say(
        '제안받지 않은 이가 역할을 맡았습니다.',
        'A role was taken without an offer.',
      ),
    previous: () =>
      say('앞서 맡은 이가 다릅니다.', 'The previous holder is another one.'),
  },
  'roles.acts': {
    title: say('행위한 사람', 'who acted'),
    passed: ({ acts }: { acts: number }) =>
      say(
        `공적 행위 ${acts}건을 모두 그 역할을 맡은 이가 보냈습니다.`,
        `${many(acts, 'official act')}, each sent by the holder of its role.`,
      ),
    sender: () =>
      say(
        '그 역할을 맡지 않은 이가 보냈습니다.',
        'It was sent by somebody who did not hold the role.',
      ),
    contract: () =>
      say(
        '다른 계약을 거쳐 보냈으므로 보낸 이는 회차 계약이 확인했습니다.',
        'It came through another contract, so only the round checked who sent it.',
      ),
  },
}
