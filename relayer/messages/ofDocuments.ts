/** What can be wrong with documents. */
import type { Explain } from './message.ts'

export const ofDocuments: Readonly<Record<string, Explain>> = {
  CidInvalid: () => ({
    ko: '문서의 주소가 아닙니다. bafkrei로 시작하는 CIDv1(raw, sha2-256)이어야 합니다.',
    en: 'This is no address of a document: a CIDv1 (raw, sha2-256) was expected.',
  }),
  DocumentUnknown: ({ cid }) => ({
    ko: `문서 ${cid}은(는) 여기에 없습니다.`,
    en: `The document ${cid} is not here.`,
  }),
  DocumentDeleted: ({ cid, reason }) => ({
    ko: `문서 ${cid}은(는) 삭제되었습니다. 사유: ${reason}`,
    en: `The document ${cid} was deleted. Reason: ${reason}`,
  }),
  DocumentDamaged: ({ cid }) => ({
    ko: `저장된 문서 ${cid}이(가) 손상되어 내보내지 않습니다. 원본을 다시 올려 주세요.`,
    en: `What is stored as ${cid} is damaged and is not handed out. Bring the right one again.`,
  }),
  DigestMismatch: ({ actual, expected }) => ({
    ko: `문서의 해시가 다릅니다. ${expected}여야 하는데 ${actual}입니다.`,
    en: `The document has another digest: ${actual} instead of ${expected}.`,
  }),
  DocumentType: ({ declared, found }) => ({
    ko: `문서의 형식이 ${declared || '지정되지 않음'}(으)로 되어 있으나 실제로는 ${found}입니다. JSON, 텍스트, PDF, PNG, JPEG, WebP만 받습니다.`,
    en: `The document is told to be ${declared || 'nothing'}, and is ${found}. JSON, plain text, PDF, PNG, JPEG and WebP are taken.`,
  }),
  DocumentBare: ({ reason }) => ({
    ko: `접수할 수 있는 문서가 아닙니다. ${reason}`,
    en: `The document cannot be taken. ${reason}`,
  }),
  DocumentMissing: ({ digest }) => ({
    ko: `문서가 함께 오지 않았습니다. 해시: ${digest}`,
    en: `The document is missing. Its digest: ${digest}`,
  }),
  DocumentsFull: () => ({
    ko: '문서를 더 보관할 자리가 없습니다. 운영자에게 알려 주세요.',
    en: 'There is no room for more documents. Please tell the operator.',
  }),
}
