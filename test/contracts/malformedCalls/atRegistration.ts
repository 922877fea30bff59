/** Registration is open; proposals 1 to 6 are registered, none is screened. */
import { ZeroAddress, ZeroHash } from 'ethers'
import { concat, type Hex } from 'viem'
import { proposalDigest, domainSeparator } from '../../../protocol/typedData.ts'
import { applicant, signAlone, stranger } from '../support/accounts.ts'
import { screen, withdraw } from '../support/acts.ts'
import type { Played } from '../support/moments.ts'
import { register, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const first = applicant(1).address
const newcomer = stranger().address
const registration = {
  version: 1,
  digest: someDigest,
  category: 1,
  ask: 1_000n,
}
export const atRegistration: readonly MalformedCall[] = [
  refused(
    'a round is opened a second time',
    ({ round, anyone }) => round.open(everyRole(anyone.address)),
    'Round_NotARound',
  ),
  refused(
    'the implementation is opened as a round',
    async ({ round, anyone, deployment }) => {
      const implementation = await deployment.factory.implementation()
      const itself = round.attach(implementation) as typeof round
      return itself.open(everyRole(anyone.address))
    },
    'Round_NotARound',
  ),

  // --- Signatures
  ...badSignatures([
    ['no signature of another sender', () => '0x'],
    ['a signature of another account', (stage) => sign(stage, stranger(2))],
    [
      'a signature for another round',
      (stage) =>
        signAlone(
          stranger(),
          proposalDigest(
            domainSeparator({
              ...stage.id,
              round: stage.anyone.address as Hex,
            }),
            registration,
          ),
        ),
    ],
    [
      'a signature for another chain',
      (stage) =>
        signAlone(
          stranger(),
          proposalDigest(
            domainSeparator({ ...stage.id, chainId: 1n }),
            registration,
          ),
        ),
    ],
    [
      'a signature of another version',
      (stage) =>
        signAlone(
          stranger(),
          proposalDigest(stage.separator, { ...registration, version: 2 }),
        ),
    ],
    ['a signature cut short', (stage) => sign(stage).slice(0, -2) as Hex],
    [
      'a signature with a byte too many',
      (stage) => concat([sign(stage), '0x00']),
    ],
    [
      'a signature of an unknown kind',
      (stage) => `0x03${sign(stage).slice(4)}`,
    ],
    ['a signature of no length', () => '0x00'],
    ['a wallet signature of an account without code', () => '0x01'],
    ['a verifier signature without its length', () => '0x0200'],
    [
      'a verifier signature that names no verifier',
      () => `0x020013${'00'.repeat(19)}`,
    ],
    [
      'a verifier signature longer than it is',
      () => `0x02ffff${'00'.repeat(20)}`,
    ],
    [
      'a verifier signature of another key',
      (stage) => `0x020014${stage.deployment.p256Verifier.slice(2)}`,
    ],
  ]),
  refused(
    'a proposal of nobody',
    ({ round }) => round.registerProposal(ZeroAddress, registration, '0x'),
    'Round_BadSignature',
    [ZeroAddress],
  ),

  // --- Proposals
  refused(
    'a proposal without a digest',
    (stage) => register(stage, 1, { version: 2, digest: ZeroHash as Hex }),
    'Round_DigestMissing',
  ),
  refused(
    'a proposal of version 0',
    (stage) => register(stage, 7, { version: 0 }),
    'Round_ProposalVersion',
    [applicant(7).address, 0, 0],
  ),
  refused(
    'the same version again',
    (stage) => register(stage, 1),
    'Round_ProposalVersion',
    [first, 1, 1],
  ),
  refused(
    'the withdrawal of a proposal that is none',
    (stage) => withdraw(stage, 7),
    'Round_NoProposal',
    [applicant(7).address],
  ),
  refused(
    'a withdrawal of the version that stands',
    (stage) => withdraw(stage, 1, 1),
    'Round_ProposalVersion',
    [first, 1, 1],
  ),
  refused(
    'a withdrawal signed by another',
    (stage) => withdraw(stage, 1, 2, stranger()),
    'Round_BadSignature',
    [first],
  ),
  refused(
    'a withdrawal of what was withdrawn',
    async (stage) => {
      await withdraw(stage, 1)
      return withdraw(stage, 1, 3)
    },
    'Round_NoProposal',
    [first],
  ),

  // --- Screening
  refused(
    'a screening by a stranger',
    ({ round }) => round.screen([]),
    'Round_NotHolder',
    ({ anyone }) => [2, anyone.address],
  ),
  refused(
    'a screening of a proposal that is none',
    (stage) => screen(stage, 7),
    'Round_NoProposal',
    [applicant(7).address],
  ),
  refused(
    'a screening of a withdrawn proposal',
    async (stage) => {
      await withdraw(stage, 1)
      return screen(stage, 1, { version: 2 })
    },
    'Round_NoProposal',
    [first],
  ),
  refused(
    'a screening of a version that was replaced meanwhile',
    async (stage) => {
      await register(stage, 1, { version: 2 })
      return screen(stage, 1, { version: 1 })
    },
    'Round_ScreenedVersion',
    [first, 1, 2],
  ),
  refused(
    'a screening without a reason',
    (stage) => screen(stage, 1, { reason: ZeroHash as Hex }),
    'Round_DigestMissing',
  ),

  // --- Roles
  refused(
    'a role offered by a stranger',
    ({ round, anyone }) => round.offerRole(0, anyone.address),
    'Round_NotHolder',
    ({ anyone }) => [0, anyone.address],
  ),
  refused(
    'the committee offered by the admin',
    ({ round, admin }) => round.connect(admin).offerRole(3, admin.address),
    'Round_NotHolder',
    ({ admin }) => [3, admin.address],
  ),
  refused(
    'the admin offered by the registrar',
    ({ round, registrar }) =>
      round.connect(registrar).offerRole(0, registrar.address),
    'Round_NotHolder',
    ({ registrar }) => [0, registrar.address],
  ),
  refused(
    'a role accepted that nobody offered',
    ({ round }) => round.acceptRole(1),
    'Round_NotOffered',
    ({ anyone }) => [1, anyone.address],
  ),
  refused(
    'a role accepted by another than it was offered to',
    async ({ round, admin, screener }) => {
      await round.connect(admin).offerRole(1, screener.address)
      return round.acceptRole(1)
    },
    'Round_NotOffered',
    ({ anyone }) => [1, anyone.address],
  ),
  refused(
    'a cancellation by a stranger',
    ({ round }) => round.cancel(someDigest),
    'Round_NotHolder',
    ({ anyone }) => [0, anyone.address],
  ),
  refused(
    'a cancellation without a reason',
    ({ round, admin }) => round.connect(admin).cancel(ZeroHash),
    'Round_DigestMissing',
  ),

  // --- Numbers of what is not there
  refused(
    'an entry of a roster that is empty',
    ({ round }) => round.rosterEntry(1),
    'Round_NoNumber',
    [1, 0],
  ),
  refused(
    'a tally of proposal 1',
    ({ round }) => round.tally(1),
    'Round_NoNumber',
    [1, 0],
  ),
  refused(
    'a key of a roll that is empty',
    ({ round }) => round.rollKey(1),
    'Round_NoReviewer',
    [1, 0],
  ),
  refused(
    'the shuffles before the draw',
    ({ round }) => round.shuffles(),
    'Round_NotDrawn',
  ),
  refused(
    'a list before the draw',
    ({ round }) => round.listOf(1),
    'Round_NotDrawn',
  ),
  refused(
    'a place before the draw',
    ({ round }) => round.place(1),
    'Round_NotDrawn',
  ),
]

function everyRole(holder: string) {
  return {
    admin: holder,
    registrar: holder,
    screener: holder,
    committee: holder,
  }
}

/** A newcomer's registration, each with a signature that is not the right one. */
function badSignatures(
  cases: readonly [name: string, signature: (stage: Played) => Hex][],
): MalformedCall[] {
  return cases.map(([name, signature]) =>
    refused(
      name,
      (stage) =>
        stage.round.registerProposal(newcomer, registration, signature(stage)),
      'Round_BadSignature',
      [newcomer],
    ),
  )
}

function sign({ separator }: Played, by = stranger()): Hex {
  return signAlone(by, proposalDigest(separator, registration))
}
