/** The sample round in a few sentences, in both languages. */
import type { Rules } from '../../protocol/rules.ts'
import type { Bilingual } from './documents.ts'
import { documentsFolder } from './documents.ts'
import type { Sample } from './openSample.ts'
import { won } from './words.ts'

export function describeContents(sample: Sample): string {
  const sentences = [
    ...describeReview(sample),
    ...describeProposalsOf(sample),
    ...describeLaws(sample.rules, sample.plan.proposals.length),
  ]
  const korean = sentences.map(({ ko }) => `  ${ko}`)
  const english = sentences.map(({ en }) => `  ${en}`)
  return [...korean, '', ...english].join('\n')
}

function describeReview({ plan, rules }: Sample): Bilingual[] {
  const communities = plan.proposals.length
  const { listLength, maxScore, seatsPerCommunity } = rules
  const reviewers = communities * seatsPerCommunity
  const cast = plan.arrivals.length
  const criteria = (language: keyof Bilingual) =>
    plan.document.criteria
      .map(({ name, weight }) => `${name[language]} ×${weight}`)
      .join(', ')
  return [
    {
      ko: `공동체 ${communities}곳, 심사자 ${reviewers}명(공동체마다 ${seatsPerCommunity}명). ${cast}명이 낸 심사표는 마감까지 봉인되어 있습니다.`,
      en: `${communities} communities, ${reviewers} reviewers (${seatsPerCommunity} each). ${cast} have cast; their ballots are sealed until the close.`,
    },
    {
      ko: `심사자마다 다른 절반에서 뽑힌 제안 ${listLength}개를 1~${maxScore}점으로 심사합니다: ${criteria('ko')}.`,
      en: `Each scores ${listLength} proposals drawn from the other half, 1 to ${maxScore}: ${criteria('en')}.`,
    },
  ]
}

function describeProposalsOf({ plan, rules }: Sample): Bilingual[] {
  const asked = plan.proposals.reduce((sum, { ask }) => sum + ask, 0n)
  const refused = plan.applications.length - plan.proposals.length
  const replaced = plan.applications.filter(
    ({ versions }) => versions.length > 1,
  ).length
  return [
    {
      ko: `신청 합계 ${won(asked).ko}, 예산 ${won(rules.budget).ko}. 거부된 제안 ${refused}개, 고쳐서 다시 낸 제안 ${replaced}개.`,
      en: `They ask for ${won(asked).en}; the budget is ${won(rules.budget).en}. Refused: ${refused}; replaced, then accepted: ${replaced}.`,
    },
    {
      ko: `글과 이유는 ${documentsFolder}/에 있고, 파일의 sha2-256이 체인에 기록된 요약값입니다.`,
      en: `Texts and reasons are in ${documentsFolder}/; a file's sha2-256 is its digest on chain.`,
    },
  ]
}

/** What a draw of this size cannot give (docs/protocol.md, "Draw"). */
function describeLaws(rules: Rules, n: number): Bilingual[] {
  const perProposal = rules.seatsPerCommunity * rules.listLength
  const missing: Bilingual[] = []
  if (perProposal > Math.ceil(n / 2))
    missing.push({
      ko: `제안이 ${2 * perProposal}개보다 적어, 한 공동체가 같은 제안을 두 번 만날 수 있습니다.`,
      en: `With fewer than ${2 * perProposal} proposals a community can meet a proposal twice.`,
    })
  if (n < 4 * perProposal)
    missing.push({
      ko: `제안이 ${4 * perProposal}개보다 적어, 다른 절반의 두 공동체가 서로를 심사할 수 있습니다. 자기 절반은 아무도 심사하지 않습니다.`,
      en: `With fewer than ${4 * perProposal} proposals two communities of different halves can review each other. Nobody reviews the own half.`,
    })
  return missing
}
