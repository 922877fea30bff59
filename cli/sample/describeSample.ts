/** What `npm start` prints when the sample round is open. */
import { renderRows } from '../printing.ts'
import { describeContents } from './describeContents.ts'
import { describePeople, describeSeats } from './describePeople.ts'
import { describeProposals } from './describeRound.ts'
import { freeSeats } from './freeSeats.ts'
import type { Sample } from './openSample.ts'
import { chainId } from './stage.ts'
import { tryNext } from './tryNext.ts'
import { both, indent, localTime, phaseNames } from './words.ts'

/** Free seats that are printed with their keys. */
const seatsShown = 3

/** Where its relayer listens, and its dApp. */
export function describeSample(
  sample: Sample,
  { url }: { url: string },
  app: { url: string },
): string {
  const seats = freeSeats(sample.plan).slice(0, seatsShown)
  return [
    heading(
      '두레 견본 회차가 심사 중입니다',
      'A sample round of Dure is open for review',
    ),
    describePlace(sample, url),
    heading('무엇이 있나', 'What is there'),
    describeContents(sample),
    '',
    indent(describeProposals(sample.plan.proposals)),
    heading('누가 있나', 'Who is there'),
    describePeople(sample),
    '',
    describeSeats(sample, seats),
    heading('다른 터미널에서 해 보기', 'Try this in another terminal'),
    tryNext(sample, url, seats[0] ?? 1),
    '',
    'Ctrl-C로 끝냅니다. 다시 시작하면 새 체인입니다.',
    'Ctrl-C ends it. The next start makes a new chain.',
    heading('이 주소를 브라우저에서 여세요', 'Open this address in a browser'),
    `  ${app.url}`,
    '',
  ].join('\n')
}

function heading(ko: string, en: string): string {
  return `\n== ${ko} / ${en}\n`
}

function describePlace(sample: Sample, relayer: string): string {
  const { factory, receipts, round, rules, url, verifiers } = sample
  const [p256Verifier = '', passkeyVerifier = ''] = verifiers
  const close = localTime(rules.times.close)
  const rows = [
    ['RPC', `${url} (chain id ${chainId})`],
    ['중계자 / relayer', `${relayer} (${relayer}/openapi.json)`],
    ['회차 / round', round],
    ['팩토리 / factory', factory],
    ['접수증 / receipts', receipts],
    ['서명 검증 / verifiers', `${passkeyVerifier} (passkey)`],
    ['', `${p256Verifier} (P-256)`],
    ['단계 / phase', both(phaseNames.review)],
    ['마감 / close', close.ko],
    ['', close.en],
  ]
  return indent(renderRows([{}, {}], rows))
}
