/** Refusals about sign-in, tickets, enrolment and contact data. */
import type { Explain } from './message.ts'

const roleNames: Readonly<Record<string, string>> = {
  admin: '관리자',
  registrar: '명부 담당',
  screener: '자격 확인 담당',
  committee: '위원회',
}

const faultNames: Readonly<Record<string, string>> = {
  message: '형식',
  domain: '사이트 주소',
  chain: '네트워크',
  nonce: '일회용 번호',
  time: '유효 시간',
  signature: '서명',
}

const tableFaults: Readonly<Record<string, string>> = {
  'a column is missing': '열이 빠졌습니다',
  'no such seat': '그런 자리가 없습니다',
  'no contact': '연락처가 비었습니다',
  'the contact is too long': '연락처가 너무 깁니다',
  'the letters cannot be read': '글자가 깨졌습니다',
  'the seat is repeated': '같은 자리가 또 있습니다',
  'more people than seats': '자리보다 사람이 많습니다',
}

export const ofTickets: Readonly<Record<string, Explain>> = {
  NotSignedIn: () => ({
    ko: '로그인하지 않았거나 시간이 지났습니다. 지갑으로 다시 로그인해 주세요.',
    en: 'Nobody is signed in, or it is too long ago. Sign in again with your wallet.',
  }),
  SignInRefused: ({ fault }) => ({
    ko: `로그인을 받아들이지 않았습니다. 잘못된 것: ${faultNames[String(fault)] ?? String(fault)}.`,
    en: `The sign-in is refused. What is wrong: its ${fault}.`,
  }),
  NotAllowed: ({ role }) => ({
    ko: `이 회차의 ${roleNames[String(role)] ?? String(role)}만 할 수 있습니다.`,
    en: `Only the ${role} of the round may do this.`,
  }),
  NoRoster: () => ({
    ko: '제안 목록이 아직 고정되지 않아 자리가 정해지지 않았습니다.',
    en: 'The roster is not fixed yet, so there are no seats.',
  }),
  SeatUnknown: ({ reviewer, reviewers }) => ({
    ko: `${reviewer}번 자리는 없습니다. 1번부터 ${reviewers}번까지 있습니다.`,
    en: `There is no seat ${reviewer}; they go from 1 to ${reviewers}.`,
  }),
  NoTicket: ({ reviewer }) => ({
    ko: `${reviewer}번 자리에는 아직 참여권이 없어 다시 발급할 수 없습니다.`,
    en: `Seat ${reviewer} has no ticket yet that could be re-issued.`,
  }),
  NoApp: () => ({
    ko: '참여권이 열 화면의 주소(DURE_APP)가 설정되지 않았습니다. 발급한 것은 없습니다.',
    en: 'The page that tickets open (DURE_APP) is not set. Nothing was issued.',
  }),
  TicketMalformed: () => ({
    ko: '참여권 번호가 아닙니다. 글자를 다시 확인해 주세요.',
    en: 'This is no ticket, or a letter of it is wrong. Check it again.',
  }),
  TicketUnknown: () => ({
    ko: '이 회차에서 발급한 참여권이 아닙니다.',
    en: 'No such ticket was issued here for this round.',
  }),
  TicketReplaced: () => ({
    ko: '새 참여권으로 바뀌었습니다. 새것을 쓰거나 담당자에게 물어보세요.',
    en: 'This ticket was replaced by a new one. Use that, or ask the registrar.',
  }),
  TicketSpent: () => ({
    ko: '이미 쓴 참여권입니다. 다른 사람이 썼다면 담당자에게 알려 주세요.',
    en: 'The ticket was used before. If that was somebody else, tell the registrar.',
  }),
  KeyTaken: () => ({
    ko: '이 열쇠는 다른 자리에 등록되어 있습니다. 참여권마다 다른 열쇠가 필요합니다.',
    en: 'This key is enrolled for another seat. Each ticket takes a key of its own.',
  }),
  EnrolmentSignature: ({ key }) => ({
    ko: `열쇠 ${key}의 등록 서명이 아닙니다.`,
    en: `The enrolment is not signed by the key ${key}.`,
  }),
  EnrolmentClosed: () => ({
    ko: '등록이 끝났습니다. 고정 전이면 담당자가 참여권을 다시 발급할 수 있습니다.',
    en: 'The enrolment is over. Before the freeze the registrar can re-issue a ticket.',
  }),
  EnrolmentUnknown: ({ reviewer }) => ({
    ko: `${reviewer}번 자리에 등록된 열쇠가 없습니다.`,
    en: `No key is enrolled for seat ${reviewer}.`,
  }),
  RegistrarSignature: ({ count }) => ({
    ko: `열쇠 ${count}개에 대한 명부 담당의 서명이 아닙니다. 등록된 열쇠를 다시 받아 서명해 주세요. 저장한 것은 없습니다.`,
    en: `The signature is not the registrar’s over the ${count} keys enrolled. Fetch them again and sign. Nothing is kept.`,
  }),
  ContactTable: ({ fault, line }) => ({
    ko: `${line}번째 줄: ${tableFaults[String(fault)] ?? String(fault)}. 저장한 것은 없습니다.`,
    en: `Line ${line}: ${fault}. Nothing is kept.`,
  }),
  NoRetention: () => ({
    ko: '연락처를 지울 날짜를 먼저 정해 주세요.',
    en: 'Set first when the contact data are deleted.',
  }),
  RetentionDone: () => ({
    ko: '이 회차의 연락처는 지웠고 더 받지 않습니다.',
    en: 'The contact data of this round are deleted, and no more are taken.',
  }),
  RetentionTime: () => ({
    ko: '지울 날짜는 2년 안의 앞날이어야 하고, 정한 뒤에는 앞당길 수만 있습니다.',
    en: 'The date has to be in the future, within two years; once set it can only be brought forward.',
  }),
}
