/** What a reviewer of the sample does: look at the list, cast a ballot. */
import { bytesToHex } from 'viem'
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { createEnvelopeSealer } from '../../protocol/envelope.ts'
import { checkScores } from '../casting/scores.ts'
import { signBallot } from '../casting/signBallot.ts'
import { personOf } from './people.ts'
import type { SampleProposal } from './planSample.ts'
import { requirePhase } from './requirePhase.ts'
import { idOf, type SampleStage } from './stage.ts'
import { both } from './words.ts'

export async function describeList(
  stage: SampleStage,
  reviewer: number,
): Promise<string> {
  const { plan, people } = stage
  const { address } = personOf(people.reviewers, 'reviewer', reviewer)
  const proposals = await readList(stage, reviewer)
  const version = await readLastVersion(stage, reviewer)
  const limit = plan.rules.ballotLimit
  return [
    `심사자 / reviewer ${reviewer}, ${both(communityOf(stage, reviewer))}`,
    `  ${address}, 제출한 판 / versions cast: ${version} of ${limit}`,
    ...proposals.flatMap((number) => describeProposal(stage, number)),
    `점수 순서 / order of the scores: ${orderOfScores(stage, proposals)}`,
  ].join('\n')
}

/** Signed by the reviewer, sent by the relayer: the reviewer pays nothing. */
export async function castBallot(
  stage: SampleStage,
  reviewer: number,
  scores: readonly number[],
): Promise<string> {
  await requirePhase(stage, 'review')
  const { actors, chain, people, round, separator } = stage
  const person = personOf(people.reviewers, 'reviewer', reviewer)
  const proposals = await readList(stage, reviewer)
  checkScores(stage.rules, proposals, scores, orderOfScores(stage, proposals))
  const keys = await getTrusteeKeys(chain.reader, { round })
  if (keys === undefined) throw new Error('A round in review has keys.')
  const sealer = await createEnvelopeSealer(separator, keys.ballotKey)
  const version = (await readLastVersion(stage, reviewer)) + 1
  const values = Uint8Array.from(scores)
  const ballot = { reviewer, version, proposals, values }
  const { account } = person
  const signed = await signBallot(idOf(stage), sealer, account, ballot)
  const { transactionHash } = await writeRound(actors.relayer, {
    round,
    functionName: 'castBallot',
    args: [bytesToHex(signed.packed)],
  })
  return [
    `심사자 ${reviewer}의 심사표(제${version}판)가 봉인되어 기록되었습니다.`,
    `The ballot of reviewer ${reviewer}, version ${version}, is recorded, sealed.`,
    `  ${transactionHash}`,
  ].join('\n')
}

function readList({ chain, round }: SampleStage, reviewer: number) {
  const args = [BigInt(reviewer)] as const
  return readRound(chain.reader, { round, functionName: 'listOf', args })
}

function readLastVersion({ chain, round }: SampleStage, reviewer: number) {
  const args = [BigInt(reviewer)] as const
  return readRound(chain.reader, { round, functionName: 'lastVersion', args })
}

export function communityOf(
  { plan }: Pick<SampleStage, 'plan'>,
  reviewer: number,
) {
  const index = Math.floor((reviewer - 1) / plan.rules.seatsPerCommunity)
  return proposalOf(plan.proposals, index + 1).community
}

function describeProposal({ plan }: SampleStage, number: number): string[] {
  const { community, id, title } = proposalOf(plan.proposals, number)
  return [
    `  ${number}. ${title.ko} (${community.ko})`,
    `     ${title.en} (${community.en}), sample/documents/proposal-${id}.json`,
  ]
}

function orderOfScores(
  { plan }: SampleStage,
  proposals: readonly number[],
): string {
  return proposals
    .flatMap((number) =>
      plan.document.criteria.map(
        ({ name }) => `${number} ${name.ko} ${name.en}`,
      ),
    )
    .join(', ')
}

function proposalOf(
  proposals: readonly SampleProposal[],
  number: number,
): SampleProposal {
  const proposal = proposals[number - 1]
  if (proposal === undefined) throw new Error(`No proposal ${number}.`)
  return proposal
}
