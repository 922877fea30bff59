/** Key generation of two trustees who must act together, from its beginning. */
import { ZeroAddress, ZeroHash } from 'ethers'
import { concat, type Hex } from 'viem'
import { stranger } from '../support/accounts.ts'
import { offCurve } from '../support/curve.ts'
import {
  confirmKeys,
  dispute,
  packages,
  packedPoint,
  publishAll,
  publishPackage,
  publishPackages,
  publishShares,
  zeros,
} from '../support/fakeTrustees.ts'
import { fail, someDigest, type Stage } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const someone = stranger(1).address
const people = [someone, stranger(2).address]

export const keyGeneration: readonly MalformedCall[] = [
  // --- Attempts
  refused(
    'an attempt started by a stranger',
    ({ round }) => round.startAttempt(people, someDigest),
    'Round_NotHolder',
    ({ anyone }) => [0, anyone.address],
  ),
  refused(
    'an attempt without a reason',
    ({ round, admin }) => round.connect(admin).startAttempt(people, ZeroHash),
    'Round_DigestMissing',
  ),
  refused(
    'an attempt of fewer than the threshold',
    (stage) => start(stage, [someone]),
    'Round_TrusteeCount',
    [1, 2, 15],
  ),
  refused(
    'an attempt of sixteen',
    (stage) => start(stage, Array<Hex>(16).fill(someone)),
    'Round_TrusteeCount',
    [16, 2, 15],
  ),
  refused(
    'an attempt that lists one twice',
    (stage) => start(stage, [...people, someone]),
    'Round_TrusteeListed',
    [someone],
  ),
  refused(
    'an attempt that lists nobody',
    (stage) => start(stage, [...people, ZeroAddress]),
    'Round_TrusteeListed',
    [ZeroAddress],
  ),

  // --- Packages
  refused(
    'a package of a stranger',
    ({ round }) => round.publishPackage(1, packages[0] ?? fail('package')),
    'Round_NotTrustee',
    ({ anyone }) => [anyone.address],
  ),
  refused(
    'a package for an attempt to come',
    (stage) => publishPackage(stage, 1, packages[0], 2),
    'Round_Attempt',
    [2, 1],
  ),
  refused(
    'a package for a past attempt',
    async (stage) => {
      await start(stage, stage.rules.trustees)
      return publishPackage(stage, 1)
    },
    'Round_Attempt',
    [1, 2],
  ),
  refused(
    'a package cut short',
    (stage) => publishPackage(stage, 1, zeros(325)),
    'Round_TrusteeMessage',
    [325, 326],
  ),
  refused(
    'a package whose transport key is no point',
    (stage) =>
      publishPackage(stage, 1, concat([packedPoint(offCurve), zeros(262)])),
    'Round_NotOnCurve',
    [offCurve.x, offCurve.y],
  ),
  refused(
    'a second package',
    async (stage) => {
      await publishPackage(stage, 1)
      return publishPackage(stage, 1)
    },
    'Round_TrusteeStep',
    [1],
  ),

  // --- Shares
  refused(
    'shares before all packages',
    async (stage) => {
      await publishPackage(stage, 1)
      return publishShares(stage, 1)
    },
    'Round_TrusteeStep',
    [1],
  ),
  refused(
    'shares for one too many',
    async (stage) => {
      await publishPackages(stage)
      return publishShares(stage, 1, zeros(226))
    },
    'Round_TrusteeMessage',
    [226, 113],
  ),
  refused(
    'shares a second time',
    async (stage) => {
      await publishAll(stage)
      return publishShares(stage, 2)
    },
    'Round_TrusteeStep',
    [2],
  ),

  // --- Disputes
  ...[0, 3].map((accused) =>
    refused(
      `a dispute with trustee ${accused}`,
      (stage) => dispute(stage, { accused }),
      'Round_TrusteeNumber',
      [accused, 2],
    ),
  ),
  refused(
    'a dispute with oneself',
    async (stage) => {
      await publishAll(stage)
      return dispute(stage, { accused: 1 })
    },
    'Round_TrusteeStep',
    [1],
  ),
  refused(
    'a dispute with one who sent no share',
    async (stage) => {
      await publishPackages(stage)
      return dispute(stage)
    },
    'Round_TrusteeStep',
    [2],
  ),
  ...(
    [
      ['the secret of another key', { secret: 13n }],
      ['the secret 0', { secret: 0n }],
      [
        'the package and the secret of another',
        { secret: 12n, message: packages[1] },
      ],
      ['an empty package', { message: '0x' }],
    ] as const
  ).map(([name, change]) =>
    refused(
      `a dispute with ${name}`,
      async (stage) => {
        await publishAll(stage)
        return dispute(stage, change)
      },
      'Round_TransportSecret',
      [1],
    ),
  ),
  refused(
    'a step more in an attempt that was disputed',
    async (stage) => {
      await publishAll(stage)
      await dispute(stage)
      return confirmKeys(stage, 2)
    },
    'Round_AttemptDisputed',
    [1],
  ),
  refused(
    'keys before all shares',
    async (stage) => {
      await publishPackages(stage)
      await publishShares(stage, 1)
      return confirmKeys(stage, 1)
    },
    'Round_TrusteeStep',
    [1],
  ),
]

function start({ round, admin }: Stage, trustees: readonly string[]) {
  return round.connect(admin).startAttempt([...trustees], someDigest)
}
