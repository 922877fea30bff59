/** `dure enrolment check`: a reviewer sees that its own key is enrolled and signed. */
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Address, isAddressEqual } from 'viem'
import { enumNumber, roles } from '../../chain/enums.ts'
import { getRollChunks } from '../../chain/getRoll.ts'
import { readRound } from '../../chain/readRound.ts'
import { BaseError } from '../../protocol/errors.ts'
import { keysPerChunk, parseKeys } from '../../protocol/roll.ts'
import { parseAddress } from '../frame/connect.ts'
import { addRoundOptions, type RoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession, type RoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import { fetchEnrolment } from '../relayer/fetchEnrolments.ts'
import { relayerOption } from '../relayer/relayerOption.ts'
import { requireRelayer } from '../relayer/requireRelayer.ts'
import { writeWhole } from '../writeWhole.ts'
import {
  type EnrolmentRecord,
  parseEnrolment,
} from '../../protocol/tickets/enrolmentRecord.ts'
import { isProved, isSignedBy } from '../../chain/isRegistrarsWord.ts'

const examples = `
Examples:
  $ dure enrolment check 17 --own 0x3C44… --relayer https://relayer.example --save enrolled.json
      Asks the relayer, checks its answer, and keeps it as evidence.
  $ dure enrolment check 17 --own 0x3C44… --kept enrolled.json
      The same later, without a relayer.

--own is the key that you enrolled: an account, or the 20 bytes of a passkey's
key. Exit code 1 if anything is not as it should be: then show the registrar
what was printed, before the freeze.`

type Options = RoundOptions & {
  own: string
  relayer?: string
  kept?: string
  save?: string
}

export type EnrolmentCheck = { what: string; isRight: boolean }

export function addCheck(enrolment: Command, surroundings: Surroundings): void {
  const command = enrolment
    .command('check')
    .description('as a reviewer: is my own key enrolled, signed, published?')
    .argument('<reviewer>', 'number of the seat', toReviewer)
    .requiredOption('--own <key>', 'the key that you enrolled')
    .addOption(relayerOption())
    .addOption(
      new Option('--kept <file>', 'what --save kept, in place of a relayer'),
    )
    .option('--save <file>', 'keep the answer, as evidence')
    .addHelpText('after', examples)
  addRoundOptions(command).action((reviewer: number, options: Options) =>
    check(surroundings, reviewer, options),
  )
}

async function check(
  surroundings: Surroundings,
  reviewer: number,
  options: Options,
): Promise<void> {
  const own = parseAddress('--own', options.own, '')
  const session = await openRoundSession(surroundings, options)
  const enrolment = await read(session, reviewer, options)
  const checks = [
    ...(await checkWord(session, { own, reviewer, enrolment })),
    ...(await checkRoll(session, { own, reviewer })),
  ]
  const isGood = checks.every(({ isRight }) => isRight)
  if (!isGood) surroundings.checkFailed()
  if (options.save !== undefined) await keep(options.save, enrolment)
  const { round } = session
  report(session, {
    text: checks
      .map(({ isRight, what }) => `${isRight ? 'ok    ' : 'FAILED'} ${what}`)
      .join('\n'),
    json: { round, reviewer, own, isGood, checks, enrolment },
  })
}

async function read(
  { round }: RoundSession,
  reviewer: number,
  { kept, relayer }: Options,
): Promise<EnrolmentRecord> {
  if (kept === undefined)
    return fetchEnrolment(requireRelayer(relayer), round, reviewer)
  try {
    return parseEnrolment(JSON.parse(await readFile(kept, 'utf8')))
  } catch (cause) {
    throw new KeptEnrolmentError({ file: kept, cause })
  }
}

/** As a relayer answers it, so that either is read alike. */
function keep(file: string, { word, ...seat }: EnrolmentRecord): Promise<void> {
  return writeWhole(file, jsonText({ ...seat, signature: null, ...word }))
}

type Seat = { own: Address; reviewer: number }

async function checkWord(
  { chainId, reader, round }: RoundSession,
  { enrolment, own, reviewer }: Seat & { enrolment: EnrolmentRecord },
): Promise<EnrolmentCheck[]> {
  const { key, word } = enrolment
  const args = [enumNumber(roles, 'registrar')] as const
  const call = { round, functionName: 'holder', args } as const
  const registrar = await readRound(reader, call)
  const id = { chainId: BigInt(chainId), round }
  const isSigned =
    word !== undefined && (await isSignedBy(reader, id, word, registrar))
  const seat = { reviewer, key: own }
  return [
    {
      what: `seat ${reviewer} has your key (it has ${key})`,
      isRight: isAddressEqual(key, own) && enrolment.reviewer === reviewer,
    },
    {
      what: 'your key is among those that were signed',
      isRight: word !== undefined && isProved(seat, word),
    },
    {
      what: `the registrar of the round, ${registrar}, signed them`,
      isRight: isSigned,
    },
  ]
}

/** Nothing is wrong with a roll that is not there yet. */
async function checkRoll(
  { reader, round }: RoundSession,
  { own, reviewer }: Seat,
): Promise<EnrolmentCheck[]> {
  const place = reviewer - 1
  const chunks = new Map(await getRollChunks(reader, { round }))
  const keys = chunks.get(Math.floor(place / keysPerChunk))
  if (keys === undefined)
    return [{ what: 'the roll is not published yet', isRight: true }]
  const published = parseKeys(keys)[place % keysPerChunk]
  return [
    {
      what: `the published roll has your key (it has ${published ?? 'no such seat'})`,
      isRight: published !== undefined && isAddressEqual(published, own),
    },
  ]
}

function toReviewer(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected the number of a seat, from 1.')
}

export class KeptEnrolmentError extends BaseError {
  override name = 'KeptEnrolmentError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`${file} is no enrolment.`, {
      metaMessages: ['Expected a file that --save kept.'],
      cause,
    })
  }
}
