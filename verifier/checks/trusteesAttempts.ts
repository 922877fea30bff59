/** Attempts and their messages stand in the order that the contract asks. */
import { hexToBytes, zeroHash } from 'viem'
import { transcriptAdd, transcriptStart } from '../../protocol/keyTranscript.ts'
import type { Rules } from '../../protocol/rules.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { isSame } from '../isSame.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { AttemptFact } from './facts.ts'

const say = keysSentences['trustees.attempts']

type Message = RoundEvent<
  | 'PackagePublished'
  | 'SharesPublished'
  | 'ShareDisputed'
  | 'KeysConfirmed'
  | 'KeysStand'
>

/** What the replay knows so far. */
type Replay = { attempts: AttemptFact[]; failures: Problem[] }

export const trusteesAttempts: Check = {
  name: 'trustees.attempts',
  needs: ['rules.digest'],
  run({ history, facts: { rules, separator } }) {
    if (!rules) return absent(notThereYet('trustees.attempts'))
    const replay: Replay = { attempts: [], failures: [] }
    for (const event of history.events) {
      if (event.name === 'AttemptStarted')
        start(replay, event, rules, separator)
      else if (isMessage(event)) addMessage(replay, event)
    }
    const { attempts, failures } = replay
    for (const attempt of attempts) failures.push(...findMissing(attempt))
    const sentence = say.passed({ attempts: attempts.length })
    return passed(sentence, { failures, facts: { attempts } })
  },
}

function isMessage(event: RoundEvent): event is Message {
  return (
    event.name === 'PackagePublished' ||
    event.name === 'SharesPublished' ||
    event.name === 'ShareDisputed' ||
    event.name === 'KeysConfirmed' ||
    event.name === 'KeysStand'
  )
}

function start(
  { attempts, failures }: Replay,
  event: RoundEvent<'AttemptStarted'>,
  rules: Rules,
  separator: Uint8Array,
): void {
  const { attempt: number, trustees, threshold, reason } = event.args
  const expected = attempts.length + 1
  const where = { ...placeOfEvent(event), attempt: number }
  if (number !== expected)
    failures.push({
      where,
      expected: `${expected}`,
      actual: `${number}`,
      sentence: say.number(),
    })
  if (!areTrusteesRight(event, rules))
    failures.push({
      where,
      actual: `${threshold} of ${trustees.join(', ')}`,
      sentence: say.trustees(),
    })
  const isReasoned = (number === 1) === (reason === zeroHash)
  if (!isReasoned)
    failures.push({ where, actual: reason, sentence: say.trustees() })
  const attempt = { separator, number, trustees, threshold }
  attempts.push({
    ...attempt,
    at: event.at,
    transcript: transcriptStart(attempt),
    packages: [],
    shares: [],
    confirmations: [],
    dispute: undefined,
    stands: undefined,
  })
}

/** The first trustees are those of the rules; later ones the admin names. */
function areTrusteesRight(
  { args }: RoundEvent<'AttemptStarted'>,
  rules: Rules,
): boolean {
  const { attempt, threshold, trustees } = args
  const isFirst = attempt === 1
  const distinct = new Set(trustees.map((one) => one.toLowerCase()))
  return (
    threshold === rules.threshold &&
    distinct.size === trustees.length &&
    trustees.length >= threshold &&
    (threshold > 1 || trustees.length === 1) &&
    (!isFirst ||
      (trustees.length === rules.trustees.length &&
        trustees.every((one, index) =>
          isSame(one, rules.trustees[index] ?? '0x'),
        )))
  )
}

function addMessage({ attempts, failures }: Replay, event: Message): void {
  const attempt = attempts.at(-1)
  const { attempt: number } = event.args
  const where = { ...placeOfEvent(event), attempt: number }
  if (attempt?.number !== number || attempt.dispute) {
    failures.push({ where, sentence: say.message() })
    return
  }
  if (event.name === 'KeysStand') {
    attempt.stands = event
    return
  }
  const trustee = Number(event.args.trustee)
  const isOne = trustee >= 1 && trustee <= attempt.trustees.length
  if (!isOne || isRepeated(attempt, event, trustee - 1))
    failures.push({ where: { ...where, trustee }, sentence: say.message() })
  else keep(attempt, event, trustee)
}

function isRepeated(attempt: AttemptFact, event: Message, index: number) {
  if (event.name === 'PackagePublished')
    return attempt.packages[index] !== undefined
  if (event.name === 'SharesPublished')
    return attempt.shares[index] !== undefined
  if (event.name === 'KeysConfirmed')
    return attempt.confirmations[index] !== undefined
  return false
}

function keep(
  attempt: AttemptFact,
  event: Exclude<Message, RoundEvent<'KeysStand'>>,
  trustee: number,
): void {
  if (event.name === 'ShareDisputed') {
    attempt.dispute = event
    return
  }
  if (event.name === 'KeysConfirmed') {
    attempt.confirmations[trustee - 1] = event
    return
  }
  const isPackage = event.name === 'PackagePublished'
  const step = isPackage ? 'package' : 'shares'
  const message = hexToBytes(isPackage ? event.args.package : event.args.shares)
  const messages = isPackage ? attempt.packages : attempt.shares
  messages[trustee - 1] = message
  const { transcript } = attempt
  attempt.transcript = transcriptAdd(transcript, step, trustee, message)
}

/** Nobody's message may be missing once somebody went on to the next step. */
function findMissing(attempt: AttemptFact): Problem[] {
  const { confirmations, dispute, number, packages, shares, stands } = attempt
  const isPast = { packages: false, shares: false, confirmations: false }
  isPast.confirmations = stands !== undefined
  const isConfirmed = isPast.confirmations || confirmations.some(Boolean)
  isPast.shares = isConfirmed && attempt.trustees.length > 1
  isPast.packages = isConfirmed || Boolean(dispute) || shares.some(Boolean)
  return attempt.trustees.flatMap((_, index) => {
    const missing: [boolean, string][] = [
      [isPast.packages && !packages[index], 'PackagePublished'],
      [isPast.shares && !shares[index], 'SharesPublished'],
      [isPast.confirmations && !confirmations[index], 'KeysConfirmed'],
    ]
    return missing
      .filter(([isMissing]) => isMissing)
      .map(([, event]) => ({
        where: { event, attempt: number, trustee: index + 1 },
        sentence: say.missing(),
      }))
  })
}
