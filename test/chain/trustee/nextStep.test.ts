// nextStep: every row of the table is one look at file and chain
import { expect } from 'chai'
import { type Address, bytesToHex, type Hex } from 'viem'
import type { Phase } from '../../../chain/enums.ts'
import {
  type KeptAttempt,
  type Received,
} from '../../../chain/trustee/trusteeFile.ts'
import {
  nextStep,
  type Situation,
  type Step,
} from '../../../chain/trustee/nextStep.ts'
import type {
  CompleteMessages,
  GenerationView,
  TrusteeView,
} from '../../../chain/trustee/trusteeView.ts'

const trustees: readonly Address[] = [1, 2, 3].map(
  (number): Address => `0x${String(number).repeat(40)}`,
)
const stranger: Address = `0x${'9'.repeat(40)}`
const message = (number: number) => new Uint8Array(4).fill(number)
const packages = [1, 2, 3].map(message)
const shares = [4, 5, 6].map(message)
const hash = (digit: number): Hex => `0x${String(digit).repeat(64)}`
const point = { x: hash(1), y: hash(2) }
const keys = {
  ballotKey: point,
  lotteryKey: point,
  ballotShares: [point, point, point],
  lotteryShares: [point, point, point],
}
const complete: CompleteMessages = {
  packages,
  shares,
  digest: hash(3),
  keysDigest: hash(4),
  keys,
}
const state = {
  separator: hash(0),
  attempt: 1,
  trustee: 1,
  transportSecret: hash(5),
  ballotPolynomial: [],
  lotteryPolynomial: [],
  package: bytesToHex(packages[0]!),
}
const made: KeptAttempt = { state }
const received: Received = {
  messages: complete.digest,
  ballotShare: hash(6),
  lotteryShare: hash(7),
}
const checked: KeptAttempt = { state, received }
const accusing: KeptAttempt = {
  state,
  received: { messages: complete.digest, accused: [3, 2] },
}
const ofOtherMessages: KeptAttempt = {
  state,
  received: { ...received, messages: hash(8) },
}
const ofOtherPackage: KeptAttempt = { state: { ...state, package: '0x00' } }

const times = {
  registerUntil: 100,
  rosterBy: 200,
  freezeBy: 300,
  drawBy: 400,
  reviewFrom: 500,
  close: 600,
  releaseFrom: 700,
  releaseUntil: 800,
  openUntil: 900,
  rollNotice: 10,
  objectionPeriod: 10,
  answerPeriod: 10,
}
const allPackages = { packages }
const allMessages = { packages, shares, complete }
const stood = { generation: allMessages, keys }

const rows: Row[] = [
  row('nothing yet', {}, { kind: 'makePackage' }),
  row(
    'secrets, and no package on the chain',
    { kept: made },
    { kind: 'publishPackage' },
  ),
  row(
    'secrets of a package that a reorganisation took away',
    { kept: checked },
    { kind: 'publishPackage' },
  ),
  row(
    'during the registration',
    { phase: 'registration' },
    {
      kind: 'makePackage',
    },
  ),
  row('during the screening', { phase: 'screening' }, { kind: 'makePackage' }),
  row(
    'the others have no package yet',
    {
      kept: made,
      generation: { packages: [packages[0], undefined, undefined] },
    },
    { kind: 'wait', for: 'packages', trustees: [2, 3] },
  ),
  row(
    'a package that no kept secret belongs to',
    { generation: allPackages },
    { kind: 'wait', for: 'attempt after lost secrets', trustees: [1] },
  ),
  row(
    'a package that other secrets belong to',
    { kept: ofOtherPackage, generation: allPackages },
    { kind: 'wait', for: 'attempt after lost secrets', trustees: [1] },
  ),
  row(
    'a wrong package, while another is missing',
    {
      kept: made,
      generation: {
        packages: [packages[0], packages[1], undefined],
        wrongPackages: [2],
      },
    },
    { kind: 'wait', for: 'attempt after a wrong package', trustees: [2] },
  ),
  row(
    'all packages',
    { kept: made, generation: allPackages },
    { kind: 'publishShares' },
  ),
  row(
    'the others have no shares yet',
    {
      kept: made,
      generation: { packages, shares: [shares[0], undefined, shares[2]] },
    },
    { kind: 'wait', for: 'shares', trustees: [2] },
  ),
  row(
    'all shares, not looked at',
    { kept: made, generation: allMessages },
    { kind: 'checkShares' },
  ),
  row(
    'all shares, others than were looked at',
    { kept: ofOtherMessages, generation: allMessages },
    { kind: 'checkShares' },
  ),
  row(
    'bad shares',
    { kept: accusing, generation: allMessages },
    { kind: 'disputeShare', accused: 3 },
  ),
  row(
    'good shares',
    { kept: checked, generation: allMessages },
    { kind: 'confirmKeys' },
  ),
  row(
    'good shares, and somebody confirmed something else',
    {
      kept: checked,
      generation: {
        ...allMessages,
        confirmations: [{ trustee: 2, keysDigest: hash(9) }],
      },
    },
    { kind: 'wait', for: 'attempt after a wrong confirmation', trustees: [2] },
  ),
  row(
    'confirmed, and others not',
    {
      kept: checked,
      generation: {
        ...allMessages,
        confirmations: [
          { trustee: 1, keysDigest: complete.keysDigest },
          { trustee: 3, keysDigest: complete.keysDigest },
        ],
      },
    },
    { kind: 'wait', for: 'confirmations', trustees: [2] },
  ),
  row(
    'a dispute',
    {
      kept: checked,
      generation: {
        ...allMessages,
        dispute: { trustee: 2, accused: 3, transportSecret: 1n },
        blamed: 3,
      },
    },
    { kind: 'wait', for: 'attempt after a dispute', trustees: [3] },
  ),
  row(
    'not among the trustees of the attempt',
    { account: stranger },
    {
      kind: 'wait',
      for: 'attempt with this trustee',
      trustees: [],
      until: 300,
    },
  ),
  row(
    'keys that stand',
    { kept: checked, ...stood },
    { kind: 'wait', for: 'freeze', trustees: [], until: 300 },
  ),

  row(
    'frozen, and not among the trustees',
    { ...stood, phase: 'draw', account: stranger },
    { kind: 'done', because: 'no trustee' },
  ),
  row(
    'frozen, and the secrets are gone',
    { ...stood, phase: 'draw' },
    { kind: 'done', because: 'lost secrets' },
  ),
  row(
    'frozen, and the share was not computed',
    { ...stood, phase: 'draw', kept: made },
    { kind: 'checkShares' },
  ),
  row(
    'at the draw block',
    { ...stood, phase: 'draw', kept: checked, block: 50n },
    { kind: 'wait', for: 'draw block', trustees: [], until: 400 },
  ),
  row(
    'after the draw block',
    { ...stood, phase: 'draw', kept: checked, block: 51n },
    { kind: 'storeDrawBlock' },
  ),
  row(
    'the draw block is stored',
    { ...stood, phase: 'draw', kept: checked, isStored: true },
    { kind: 'releaseShare', purpose: 'lottery' },
  ),
  row(
    'the own lottery share is public',
    { ...stood, phase: 'draw', kept: checked, isStored: true, lottery: [1] },
    { kind: 'wait', for: 'lottery shares', trustees: [2, 3], until: 400 },
  ),
  row(
    'enough lottery shares without the own',
    { ...stood, phase: 'draw', kept: checked, isStored: true, lottery: [2, 3] },
    { kind: 'wait', for: 'draw', trustees: [], until: 400 },
  ),
  row(
    'drawn',
    { ...stood, phase: 'draw', kept: checked, isStored: true, isDrawn: true },
    { kind: 'wait', for: 'review', trustees: [], until: 500 },
  ),

  row(
    'in the review',
    { ...stood, phase: 'review', kept: checked, time: 599, clock: 750 },
    { kind: 'wait', for: 'close', trustees: [], until: 600 },
  ),
  row(
    'closed, before the release',
    { ...stood, phase: 'opening', kept: checked, time: 699, clock: 750 },
    { kind: 'wait', for: 'release time', trustees: [], until: 700 },
  ),
  row(
    'a node whose time is ahead of this machine',
    { ...stood, phase: 'opening', kept: checked, time: 750, clock: 550 },
    { kind: 'wait', for: 'this machine’s clock', trustees: [], until: 700 },
  ),
  row(
    'the first moment of the release',
    { ...stood, phase: 'opening', kept: checked, time: 700, clock: 700 },
    { kind: 'releaseShare', purpose: 'ballot' },
  ),
  row(
    'the last moment of the release',
    { ...stood, phase: 'opening', kept: checked, time: 800 },
    { kind: 'releaseShare', purpose: 'ballot' },
  ),
  row(
    'after the release',
    { ...stood, phase: 'opening', kept: checked, time: 801 },
    { kind: 'done', because: 'release ended' },
  ),
  row(
    'the own ballot share is public',
    { ...stood, phase: 'opening', kept: checked, time: 750, ballot: [1] },
    { kind: 'wait', for: 'ballot shares', trustees: [2, 3], until: 800 },
  ),
  row(
    'the key came without the own share',
    { ...stood, phase: 'opening', kept: checked, time: 750, keyCame: true },
    { kind: 'done', because: 'key came' },
  ),

  row(
    'cancelled in the time of the release',
    { ...stood, phase: 'cancelled', kept: checked, time: 750 },
    { kind: 'done', because: 'cancelled' },
  ),
  row(
    'lapsed',
    { ...stood, phase: 'lapsed', kept: checked },
    { kind: 'done', because: 'lapsed' },
  ),
  row(
    'failed',
    { ...stood, phase: 'failed', kept: checked },
    { kind: 'done', because: 'release ended' },
  ),
  ...(
    ['ranking', 'objections', 'answers', 'confirmation', 'confirmed'] as const
  ).map((phase) =>
    row(
      `in the phase ${phase}`,
      { ...stood, phase, kept: checked, keyCame: true },
      { kind: 'done', because: 'key came' },
    ),
  ),
]

describe('nextStep', () => {
  for (const { given, look, expected } of rows)
    it(`${given} → ${JSON.stringify(expected)}`, () => {
      expect(nextStep(toSituation(look))).to.deep.equal(expected)
    })

  it('confirms alone, without shares', () => {
    const lone = {
      kept: checked,
      generation: {
        attempt: { ...emptyGeneration.attempt, trustees: trustees.slice(0, 1) },
        packages: packages.slice(0, 1),
        shares: [undefined],
        complete,
      },
    }
    expect(nextStep(toSituation(lone))).to.deep.equal({ kind: 'confirmKeys' })
  })

  it('never releases the ballot share outside of its window', () => {
    const rounds: Look[] = rows.flatMap(({ look }) =>
      [0, 599, 699, 801, 5_000].map((time) => ({ ...look, time })),
    )
    for (const look of rounds)
      expect(nextStep(toSituation(look))).not.to.deep.equal({
        kind: 'releaseShare',
        purpose: 'ballot',
      })
  })
})

type Look = {
  phase?: Phase
  account?: Address
  kept?: KeptAttempt
  generation?: Partial<GenerationView>
  keys?: TrusteeView['keys']
  block?: bigint
  time?: number
  clock?: number
  isStored?: boolean
  isDrawn?: boolean
  keyCame?: boolean
  lottery?: readonly number[]
  ballot?: readonly number[]
}

type Row = { given: string; look: Look; expected: Step }

function row(given: string, look: Look, expected: Step): Row {
  return { given, look, expected }
}

const emptyGeneration: GenerationView = {
  attempt: {
    separator: new Uint8Array(32),
    number: 1,
    trustees,
    threshold: 2,
  },
  packages: [undefined, undefined, undefined],
  shares: [undefined, undefined, undefined],
  transcript: hash(0),
  confirmations: [],
  dispute: undefined,
  wrongPackages: [],
  complete: undefined,
  blamed: undefined,
}

function toSituation(look: Look): Situation {
  const view: TrusteeView = {
    block: { number: look.block ?? 60n, time: look.time ?? 50 },
    phase: look.phase ?? 'roll',
    times,
    threshold: 2,
    generation: { ...emptyGeneration, ...look.generation },
    keys: look.keys,
    drawBlock: { number: 50n, isStored: look.isStored ?? false },
    isDrawn: look.isDrawn ?? false,
    keyCame: look.keyCame ?? false,
    released: { ballot: look.ballot ?? [], lottery: look.lottery ?? [] },
  }
  const { account = trustees[0]!, clock, kept } = look
  return { view, account, kept, clock }
}
