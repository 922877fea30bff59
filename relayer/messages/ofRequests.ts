/** What can be wrong with any request. */
import type { Explain } from './message.ts'

export const ofRequests: Readonly<Record<string, Explain>> = {
  RequestInvalid: ({ reason = '' }) => ({
    ko: `요청의 형식이 잘못되었습니다: ${reason}`,
    en: `The request is not as it should be: ${reason}`,
  }),
  NotFound: () => ({
    ko: '그런 주소는 없습니다. /openapi.json을 보세요.',
    en: 'There is nothing at this address. See /openapi.json.',
  }),
  RoundUnknown: ({ round }) => ({
    ko: `${round}은(는) 이 중계자가 맡은 회차가 아닙니다.`,
    en: `${round} is no round that this relayer serves.`,
  }),
  TooLarge: ({ most }) => ({
    ko: `요청은 ${most}바이트를 넘을 수 없습니다.`,
    en: `A request holds at most ${most} bytes.`,
  }),
  TooMany: ({ seconds }) => ({
    ko: `요청이 너무 많습니다. ${seconds}초 뒤에 다시 해 주세요.`,
    en: `Too many requests. Try again in ${seconds} seconds.`,
  }),
  TimedOut: () => ({
    ko: '제때 답하지 못했습니다. 같은 요청을 다시 보내도 됩니다.',
    en: 'There was no answer in time. The same request can be sent again.',
  }),
  NodeUnavailable: () => ({
    ko: '지금은 체인을 읽을 수 없습니다. 잠시 뒤 다시 보내 주세요.',
    en: 'The chain cannot be read at the moment. Send it again in a while.',
  }),
  DiskFull: () => ({
    ko: '중계자의 디스크가 가득 찼습니다. 접수된 것은 없습니다. 운영자에게 알리거나 직접 제출해 주세요.',
    en: 'The disk of the relayer is full. Nothing was received. Tell the operator, or send it directly.',
  }),
  DatabaseUnavailable: () => ({
    ko: '지금은 중계자가 기록할 수 없습니다. 잠시 뒤 같은 요청을 다시 보내 주세요.',
    en: 'The relayer cannot write at the moment. Send the same request again in a while.',
  }),
  Internal: () => ({
    ko: '중계자에 문제가 생겼습니다. 접수된 것은 없습니다.',
    en: 'Something is wrong with the relayer. Nothing was received.',
  }),
}
