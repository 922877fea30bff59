/** Reviewers who send their ballots here, there and to the round itself, all at once. */
import type { Hex } from 'viem'
import { RefusedError } from '../../../chain/refusedError.ts'
import type { SignedReceipt } from '../../../protocol/receipt/receipt.ts'
import { parseReceiptFile } from '../../../protocol/receipt/receiptFile.ts'
import type { Dice } from '../../support/dice.ts'
import { ask } from './asker.ts'
import type { ReviewStage } from './openReview.ts'
import { castSelf } from './selfCaster.ts'

/** A relayer, by its place among them, or the round itself. */
export type Where = number | 'self'

/** One ballot at one place. */
export type Sending = {
  reviewer: number
  version: number
  score: number
  where: Where
}

export type Sent = Sending & {
  ballot: Hex
  receipt?: SignedReceipt
  /** The error's name; none: it was acknowledged, or is on the chain. */
  refusal?: string
}

/** What goes out at the same time, step by step. */
export type Itinerary = readonly (readonly Sending[])[]

const score = 3
const rivalScore = 5

/** So that every way of crossing comes about, whatever the dice say. */
const crossings: readonly ((dice: Dice, versions: number) => Steps)[] = [
  // One ballot at both relayers.
  () => [[at(1, 0), at(1, 1)]],
  // And cast by the reviewer beside.
  () => [[at(1, 0), at(1, 1), at(1, 'self')]],
  // Two ballots of one version, which no honest device makes.
  () => [[at(1, 0), at(1, 1, rivalScore)]],
  // Two versions at two places at once: the later one may come first.
  () => [[at(1, 0), at(2, 1)]],
  () => [[at(1, 1), at(2, 'self')]],
  () => [[at(2, 'self'), at(1, 0), at(3, 1)]],
  // One version after the other, each somewhere.
  (dice, versions) =>
    Array.from({ length: versions }, (_, index) => [
      at(index + 1, dice.pick<Where>([0, 1, 'self'])),
    ]),
]

type Stop = Omit<Sending, 'reviewer'>
type Steps = readonly (readonly Stop[])[]

function at(version: number, where: Where, given = score): Stop {
  return { version, where, score: given }
}

export function planCrossing(
  dice: Dice,
  reviewers: readonly number[],
  versions: number,
): Itinerary[] {
  return reviewers.map((reviewer, index) => {
    const steps = crossings[index % crossings.length]?.(dice, versions) ?? []
    return steps.map((stops) =>
      dice.shuffled(stops).map((stop) => ({ ...stop, reviewer })),
    )
  })
}

export type Crossing = ReturnType<typeof createCrossing>

/** `urlOf`: where a relayer is reached at the time. */
export function createCrossing(
  stage: ReviewStage,
  urlOf: (relayer: number) => string,
) {
  const made = new Map<string, Promise<Hex>>()

  /** Sealed once: what goes to two places is one ballot. */
  function ballotOf({ reviewer, score, version }: Sending): Promise<Hex> {
    const name = `${reviewer} ${version} ${score}`
    const ballot =
      made.get(name) ?? stage.makeBallot(reviewer, { version, score })
    made.set(name, ballot)
    return ballot
  }

  async function send(sending: Sending): Promise<Sent> {
    const { where } = sending
    const sent = { ...sending, ballot: await ballotOf(sending) }
    return where === 'self'
      ? castDirectly(stage, sent)
      : handIn(stage, urlOf(where), sent)
  }

  /** So many reviewers at once. */
  async function sendAll(
    itineraries: readonly Itinerary[],
    atOnce: number,
  ): Promise<Sent[]> {
    const left = [...itineraries]
    const sent: Sent[] = []
    async function goOneByOne(): Promise<void> {
      for (let own = left.shift(); own !== undefined; own = left.shift())
        for (const step of own)
          sent.push(...(await Promise.all(step.map(send))))
    }
    await Promise.all(Array.from({ length: atOnce }, goOneByOne))
    return sent
  }

  return { send, sendAll }
}

async function castDirectly(stage: ReviewStage, sent: Sent): Promise<Sent> {
  try {
    await castSelf(stage, sent.reviewer, sent.ballot)
    return sent
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return { ...sent, refusal: error.errorName }
  }
}

async function handIn(
  { round }: ReviewStage,
  url: string,
  sent: Sent,
): Promise<Sent> {
  const { body, status } = await ask(url, `/rounds/${round}/ballots`, {
    ...{ method: 'POST', json: { ballot: sent.ballot } },
  })
  return status === 201
    ? { ...sent, receipt: parseReceiptFile(body.receipt) }
    : { ...sent, refusal: String(body.error) }
}
