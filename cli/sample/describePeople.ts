/** The accounts of every role, and free seats with their keys. */
import { renderRows, renderTable } from '../printing.ts'
import { localFolder } from './localFiles.ts'
import type { Sample } from './openSample.ts'
import {
  mnemonic,
  parentPath,
  pathStart,
  type Person,
  personOf,
} from './people.ts'
import { communityOf } from './reviewerActs.ts'
import { both, indent } from './words.ts'

/** Loud, for it is printed beside keys. */
const warning = [
  '  !!! 여기의 열쇠는 모두 온 세상이 아는 시험용입니다. 이 컴퓨터의 이 체인에서만 쓰십시오. 진짜 돈을 보내면 잃습니다.',
  '  !!! ALL KEYS HERE ARE PUBLIC TEST KEYS, for this chain on this machine only. Real money sent to them is lost.',
]

export function describePeople({ people, plan, port, rules }: Sample): string {
  const { admin, registrar, screener, committee, relayer } = people
  const { applicants, reviewers, trustees } = people
  const rows = [
    row('관리자', 'admin', admin),
    row('명부 담당', 'registrar', registrar),
    row('접수 검토자', 'screener', screener),
    row('위원회', 'committee', committee),
    row('중계자', 'relayer', relayer),
    ...trustees.map((trustee, index) =>
      row(`열쇠지기 ${index + 1}`, `trustee ${index + 1}`, trustee),
    ),
  ]
  const path = (start: number, { length }: readonly Person[]) =>
    `${parentPath}/${start} … ${start + length - 1}`
  return [
    ...warning,
    '',
    indent(renderRows([{}, {}], rows)),
    '',
    `  열쇠지기의 조각 / trustees' shares: ${localFolder(port)}/trustee-1.json … (${rules.threshold} of ${trustees.length}; 끝나면 지워집니다 removed at the end)`,
    '  체인이 모든 계정 대신 서명합니다 / The chain signs for all accounts: eth_sendTransaction',
    `  모두의 열쇠 / everybody's keys: "${mnemonic}"`,
    `    ${parentPath}/0 … ${rows.length - 1} 위의 순서 in the order above`,
    `    ${path(pathStart.applicants, applicants)} 신청자 applicants (${plan.applications.length})`,
    `    ${path(pathStart.reviewers, reviewers)} 심사자 reviewers 1 … ${reviewers.length}`,
  ].join('\n')
}

export function describeSeats(
  { people, plan }: Sample,
  seats: readonly number[],
): string {
  const rows = seats.map((seat) => {
    const { address, privateKey } = personOf(people.reviewers, 'reviewer', seat)
    return [
      String(seat),
      both(communityOf({ plan }, seat)),
      address,
      privateKey,
    ]
  })
  const columns = [
    { heading: '#', align: 'right' },
    { heading: '공동체 / community' },
    { heading: '주소 / address' },
    { heading: '비밀 열쇠 / private key' },
  ] as const
  return [
    '  아직 내지 않은 심사자 / Reviewers who have not cast:',
    indent(renderTable(columns, rows)),
  ].join('\n')
}

function row(ko: string, en: string, { address }: Person): string[] {
  return [`${ko} / ${en}`, address]
}
