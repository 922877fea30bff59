/** What `npm start` proposes to try; its test runs every one of the commands. */
import { encodeFunctionData } from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import { defaultPort } from './defaultPort.ts'
import type { Sample } from './openSample.ts'

type Call = { method: string; params: readonly unknown[] }

/**
 * `relayer`: its URL. `reviewer`: one who has not cast yet.
 */
export function tryNext(
  sample: Sample,
  relayer: string,
  reviewer: number,
): string {
  const { port, round, rules } = sample
  const dure = (words: string) =>
    `npx dure sample ${words}${port === defaultPort ? '' : ` --port ${port}`}`
  const blocks: readonly Block[] = [
    {
      ko: '둘러보기',
      en: 'Look around',
      commands: [dure('status'), dure(`list ${reviewer}`)],
    },
    {
      ko: `심사자 ${reviewer}번이 되어 심사표 내기 (0은 의견 없음). ${rules.ballotLimit}번까지 낼 수 있고 마감 전 마지막 것을 셉니다.`,
      en: `Cast a ballot as reviewer ${reviewer} (0 is no opinion): up to ${rules.ballotLimit}, the last one before the close counts`,
      commands: [dure(`cast ${reviewer} ${exampleScores(sample)}`)],
    },
    {
      ko: '중계자가 잘 도는지, 이 회차에서 무엇을 보는지 묻기',
      en: 'Ask the relayer whether it is well, and what it sees of this round',
      commands: [
        `curl -s ${relayer}/health`,
        `curl -s ${relayer}/rounds/${round}`,
      ],
    },
    {
      ko: '다른 프로그램으로 단계 읽기 (끝자리 4는 심사, 5는 개표)',
      en: 'Read the phase with any program (it ends in 4: review, 5: opening)',
      commands: [curl(sample, phaseCall(sample))],
    },
    {
      ko: '체인의 시간을 마감으로 옮기기 (심사가 끝납니다)',
      en: 'Move the time of the chain to the close (this ends the review)',
      commands: [curl(sample, ...closeCalls(sample))],
    },
    {
      ko: '결과까지: 열쇠지기 둘이 조각을 공개하고, 누구나 개표하고 순위를 내며, 위원회가 확정합니다.',
      en: 'To the result: two trustees release their shares, anyone opens and ranks, the committee confirms',
      commands: [
        'later',
        'release 1',
        'release 3',
        'open',
        'later',
        'rank',
        'later',
        'confirm',
        'status',
      ].map(dure),
    },
    {
      ko: '이 체인과 따로, 다른 크기의 회차를 처음부터 끝까지 모의로 돌리기',
      en: 'Apart from this chain: rehearse a whole round of another size',
      commands: [
        'npx dure rehearse --communities 12 --seats 3 --list 2 --fund 4',
      ],
    },
  ]
  return blocks.map(describe).join('\n\n')
}

type Block = { ko: string; en: string; commands: readonly string[] }

function describe({ ko, en, commands }: Block): string {
  const lines = commands.map((command) => `    ${command}`)
  return [`  ${ko}`, `  ${en}:`, ...lines].join('\n')
}

/** As many scores as a ballot has. */
function exampleScores({ rules }: Sample): string {
  const { listLength, maxScore, weights } = rules
  const count = listLength * weights.length
  const scores = Array.from(
    { length: count },
    (_, index) => maxScore - (index % maxScore),
  )
  return scores.join(' ')
}

function phaseCall({ round: to }: Sample): Call {
  const data = encodeFunctionData({ abi: roundAbi, functionName: 'phase' })
  return { method: 'eth_call', params: [{ to, data }, 'latest'] }
}

function closeCalls({ rules }: Sample): Call[] {
  const { close } = rules.times
  return [
    { method: 'evm_setNextBlockTimestamp', params: [close] },
    { method: 'evm_mine', params: [] },
  ]
}

/** One call alone, several as a batch. */
function curl({ url }: Sample, ...calls: readonly Call[]): string {
  const requests = calls.map((call, index) => ({
    jsonrpc: '2.0',
    id: index + 1,
    ...call,
  }))
  const body = JSON.stringify(requests.length === 1 ? requests[0] : requests)
  return `curl -s ${url} -H 'content-type: application/json' -d '${body}'`
}
