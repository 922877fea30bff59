// passkeys
// ├── an assertion with any counter, site or further client data → accepted
// ├── an assertion or signature with anything wrong → skipped in a batch
// │   whose other ballots are recorded, refused alone
// └── an assertion recorded from Chromium
//     ├── holds by protocol/passkey.ts and by the verifier contract
//     ├── registers a proposal and casts a ballot
//     ├── with a high s → refused as it came, accepted once it is made low
//     └── without user verification → refused
import { p256 } from '@noble/curves/nist.js'
import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { expect } from 'chai'
import {
  bytesToHex,
  encodeAbiParameters,
  type Hex,
  hexToBytes,
  parseAbiParameters,
  zeroAddress,
} from 'viem'
import type { SealedBallot } from '../../../protocol/ballot.ts'
import {
  type Assertion,
  packWebAuthnSignature,
  parseDer,
  verifyWebAuthn,
} from '../../../protocol/passkey.ts'
import {
  packSignature,
  packSignerBody,
  type Signature,
  signerKey,
} from '../../../protocol/signer.ts'
import { ballotDigest } from '../../../protocol/ballot.ts'
import { domainSeparator, proposalDigest } from '../../../protocol/typedData.ts'
import recorded from '../../fixtures/chromiumPasskey.json' with { type: 'json' }
import { castPage, makeBallot, packBatch } from '../support/ballots.ts'
import { deployFactory, ethers, loadFixture } from '../support/chain.ts'
import { errorSelector, skippedIn } from '../support/events.ts'
import {
  type KeyHolder,
  p256Holder,
  passkeyHolder,
} from '../support/keyHolders.ts'
import {
  type AssertionChange,
  flags,
  makeAssertion,
  makePasskey,
  toBase64Url,
} from '../../../cli/rehearse/passkeys.ts'
import {
  createRound,
  fullRoll,
  makeRules,
  registerAll,
  fixRoster,
  rosterToReview,
  type Stage,
} from '../support/stage.ts'
import { Round__factory } from '../../../types/index.ts'

const order = p256.Point.Fn.ORDER
const { secret } = makePasskey(1, zeroAddress)
/** Seats of the holders on the roll. */
const seats = { passkey: 1, p256: 2, unlisted: 3, offCurve: 4 }

async function review() {
  const deployment = await deployFactory()
  const { p256Verifier, webAuthnVerifier } = deployment
  const verifiers = [p256Verifier, webAuthnVerifier]
  const rules = await makeRules(deployment, { verifiers })
  const stage = await createRound(deployment, rules)
  await registerAll(stage, 4)
  await fixRoster(stage)
  const unlisted = await deployVerifier()
  const holders = {
    passkey: passkeyHolder(webAuthnVerifier, 1),
    p256: p256Holder(p256Verifier, 2),
    unlisted: passkeyHolder(unlisted, 3),
    offCurve: {
      ...passkeyHolder(webAuthnVerifier, 4),
      key: signerKey({ verifier: webAuthnVerifier, publicKey: offCurve }),
    },
  }
  const roll = fullRoll(stage)
  for (const [name, { key }] of Object.entries(holders))
    roll[seats[name as keyof typeof seats] - 1] = key
  await rosterToReview(stage, roll)
  return { stage, holders, verifiers: { p256Verifier, webAuthnVerifier } }
}

/** No point of the curve. */
const offCurve = new Uint8Array(64).fill(1)

async function deployVerifier(): Promise<Hex> {
  const verifier = await ethers.deployContract('ERC7913WebAuthnVerifier')
  return (await verifier.getAddress()) as Hex
}

type Review = Awaited<ReturnType<typeof review>>
type Sign = (digest: Uint8Array) => Signature

/** A ballot signed so, between two good ones; and the same ballot alone. */
async function expectRefused(
  { stage }: Review,
  seat: number,
  sign: Sign,
): Promise<void> {
  const { round } = stage
  const bad = await makeBallot(stage, seat, [5, 1], { sign })
  const good = [
    await makeBallot(stage, 7, [5, 1]),
    await makeBallot(stage, 8, [2, 1]),
  ] as const
  const sent = castPage(stage, [good[0], bad, good[1]])
  const reason = errorSelector('Round_BadSignature')
  await expect(sent).to.emit(round, 'PageCast').withArgs(1, 2, packBatch(good))
  expect(await skippedIn(stage, sent)).to.deep.equal([
    { reviewer: seat, version: 1, reason },
  ])
  await expect(round.castBallot(packBatch([bad])))
    .to.be.revertedWithCustomError(round, 'Round_BadSignature')
    .withArgs(await round.rollKey(seat))
}

async function expectAccepted(
  { stage }: Review,
  seat: number,
  sign: Sign,
): Promise<void> {
  const ballot = await makeBallot(stage, seat, [5, 1], { sign })
  const packed = packBatch([ballot])
  await expect(stage.round.castBallot(packed))
    .to.emit(stage.round, 'PageCast')
    .withArgs(1, 1, packed)
}

/** The passkey's signature of an assertion that is changed like this. */
function signWith(change: (digest: Uint8Array) => AssertionChange) {
  return ({ verifiers }: Review): Sign =>
    (digest) =>
      passkeyHolder(verifiers.webAuthnVerifier, 1, change(digest)).sign(digest)
}

/** The passkey's signature whose packed assertion is changed like this. */
function signChanged(
  change: (
    packed: Uint8Array,
    assertion: Assertion,
    digest: Uint8Array,
  ) => Uint8Array,
) {
  return ({ verifiers }: Review): Sign =>
    (digest) => {
      const assertion = makeAssertion(secret, digest)
      const right = packWebAuthnSignature(assertion)
      const packed = change(right, assertion, digest)
      return toSignature(verifiers.webAuthnVerifier, publicKeyOf(1), packed)
    }
}

function publicKeyOf(number: number): Uint8Array {
  return makePasskey(number, zeroAddress).signer.publicKey
}

function toSignature(
  verifier: Hex,
  publicKey: Uint8Array,
  signature: Uint8Array,
): Signature {
  const body = packSignerBody({ verifier, publicKey }, signature)
  return { kind: 2, body }
}

/** Of another type, which protocol/passkey.ts would not even pack. */
function signTyped(type: string) {
  return signChanged((_, __, digest) => {
    const assertion = makeAssertion(secret, digest, { type })
    const { r, s, authenticatorData } = assertion
    const json = Buffer.from(assertion.clientDataJSON).toString()
    const fields = [
      r,
      s,
      BigInt(json.indexOf('"challenge"')),
      BigInt(json.indexOf('"type"')),
      bytesToHex(authenticatorData),
      json,
    ] as const
    const types = 'uint256, uint256, uint256, uint256, bytes, string'
    return hexToBytes(encodeAbiParameters(parseAbiParameters(types), fields))
  })
}

/** Word 0 is r, word 1 is s. */
function withWord(packed: Uint8Array, index: number, word: bigint) {
  const changed = packed.slice()
  changed.set(numberToBytesBE(word, 32), 32 * index)
  return changed
}

function wordOf(packed: Uint8Array, index: number): bigint {
  return BigInt(bytesToHex(packed.subarray(32 * index, 32 * index + 32)))
}

function raiseS(packed: Uint8Array): Uint8Array {
  return withWord(packed, 1, order - wordOf(packed, 1))
}

function withBody(change: (body: Uint8Array) => Uint8Array) {
  return ({ holders }: Review): Sign =>
    (digest) => ({ kind: 2, body: change(holders.passkey.sign(digest).body) })
}

describe('passkeys', () => {
  const accepted: Record<string, AssertionChange> = {
    'a counter that starts again': { counter: 0 },
    'another site: the browser binds a passkey, the contract cannot': {
      site: 'other.example',
    },
    'a backed-up passkey': {
      flags: flags.present | flags.verified | flags.eligible | flags.backedUp,
    },
  }
  for (const [name, change] of Object.entries(accepted))
    it(`accepts ${name}`, async () => {
      const reviewed = await loadFixture(review)
      const sign = signWith(() => change)(reviewed)
      await expectAccepted(reviewed, seats.passkey, sign)
    })

  const refused: Record<string, (reviewed: Review) => Sign> = {
    'a user who was not verified': signWith(() => ({ flags: flags.present })),
    'a user who was not present': signWith(() => ({ flags: flags.verified })),
    'a backed-up passkey that may not be': signWith(() => ({
      flags: flags.present | flags.verified | flags.backedUp,
    })),
    'the assertion of a creation': signTyped('webauthn.create'),
    'the assertion of a payment': signTyped('payment.get'),
    'a type that only begins right': signTyped('webauthn.get2'),
    'the challenge of another digest': signWith((digest) => ({
      challenge: toBase64Url(sha256(digest)),
    })),
    'the challenge cut short': signWith((digest) => ({
      challenge: toBase64Url(digest.subarray(1)),
    })),
    'the challenge with more behind it': signWith((digest) => ({
      challenge: toBase64Url(concatBytes(digest, digest)),
    })),
    'the challenge with padding': signWith((digest) => ({
      challenge: `${toBase64Url(digest)}=`,
    })),
    'the challenge in hexadecimal': signWith((digest) => ({
      challenge: bytesToHex(digest),
    })),
    'an empty challenge': signWith(() => ({ challenge: '' })),
    'a high s': signChanged(raiseS),
    'an s of 0': signChanged((packed) => withWord(packed, 1, 0n)),
    'an s of the order': signChanged((packed) => withWord(packed, 1, order)),
    'an r of 0': signChanged((packed) => withWord(packed, 0, 0n)),
    'an r of the order': signChanged((packed) => withWord(packed, 0, order)),
    'a challenge index elsewhere': signChanged((packed) =>
      withWord(packed, 2, wordOf(packed, 2) + 1n),
    ),
    'a challenge index beyond everything': signChanged((packed) =>
      withWord(packed, 2, 2n ** 256n - 1n),
    ),
    'a type index elsewhere': signChanged((packed) =>
      withWord(packed, 3, wordOf(packed, 3) + 1n),
    ),
    'a type index beyond everything': signChanged((packed) =>
      withWord(packed, 3, 2n ** 256n - 1n),
    ),
    'an offset beyond everything': signChanged((packed) =>
      withWord(packed, 5, 2n ** 256n - 1n),
    ),
    'an assertion cut short': signChanged((packed) => packed.slice(0, 160)),
    'no assertion': signChanged(() => new Uint8Array()),
    'authenticator data without flags': signChanged((_, assertion) => {
      const authenticatorData = assertion.authenticatorData.slice(0, 32)
      return packWebAuthnSignature({ ...assertion, authenticatorData })
    }),
    'client data that were not signed': signChanged((_, assertion) => {
      const { clientDataJSON } = assertion
      const more = concatBytes(clientDataJSON, Uint8Array.of(0x20))
      return packWebAuthnSignature({ ...assertion, clientDataJSON: more })
    }),
    "another passkey's signer": ({ verifiers }) =>
      passkeyHolder(verifiers.webAuthnVerifier, 9).sign,
    "another passkey's assertion under this key": ({ verifiers }) => {
      const { webAuthnVerifier } = verifiers
      return (digest) => {
        const other = makePasskey(9, webAuthnVerifier)
        const assertion = makeAssertion(other.secret, digest)
        const packed = packWebAuthnSignature(assertion)
        return toSignature(webAuthnVerifier, publicKeyOf(1), packed)
      }
    },
    'the same public key under the other verifier': ({ verifiers }) =>
      p256Holder(verifiers.p256Verifier, 1).sign,
    'a bare P-256 signature': ({ verifiers }) => {
      const bare = p256Holder(verifiers.p256Verifier, 1)
      return (digest) => {
        const signature = bare.sign(digest).body.slice(2 + 20 + 64)
        const { webAuthnVerifier } = verifiers
        return toSignature(webAuthnVerifier, publicKeyOf(1), signature)
      }
    },
    'no body': withBody(() => new Uint8Array()),
    'a body of one byte': withBody((body) => body.slice(0, 1)),
    'a signer shorter than an address': withBody((body) => {
      const short = body.slice()
      short.set([0, 19])
      return short
    }),
    'a signer without a key': withBody((body) => {
      const short = body.slice()
      short.set([0, 20])
      return short
    }),
    'a signer longer than the body': withBody((body) => {
      const long = body.slice()
      long.set([255, 255])
      return long
    }),
  }
  for (const [name, signOf] of Object.entries(refused))
    it(`refuses ${name}`, async () => {
      const reviewed = await loadFixture(review)
      await expectRefused(reviewed, seats.passkey, signOf(reviewed))
    })

  it('refuses a verifier that the rules do not list', async () => {
    const reviewed = await loadFixture(review)
    const { sign } = reviewed.holders.unlisted
    await expectRefused(reviewed, seats.unlisted, sign)
  })

  it('refuses a public key that is no point', async () => {
    const reviewed = await loadFixture(review)
    const { webAuthnVerifier } = reviewed.verifiers
    await expectRefused(reviewed, seats.offCurve, (digest) => {
      const packed = packWebAuthnSignature(makeAssertion(secret, digest))
      return toSignature(webAuthnVerifier, offCurve, packed)
    })
  })

  it('refuses a high s of a bare P-256 key', async () => {
    const reviewed = await loadFixture(review)
    const { holders } = reviewed
    await expectAcceptedOnce(reviewed, holders.p256)
    await expectRefused(reviewed, seats.p256, (digest) => {
      const { kind, body } = holders.p256.sign(digest)
      const signature = raiseS(body.slice(86))
      return { kind, body: concatBytes(body.subarray(0, 86), signature) }
    })
  })

  describe('an assertion recorded from Chromium', () => {
    const publicKey = hexToBytes(recorded.publicKey as Hex)
    const id = {
      chainId: BigInt(recorded.chainId),
      round: recorded.round as Hex,
    }
    const separator = domainSeparator(id)
    const sealed: SealedBallot = {
      ...recorded.ballot,
      seal: hexToBytes(recorded.ballot.seal as Hex),
      envelope: hexToBytes(recorded.ballot.envelope as Hex),
    }
    const message = {
      ...recorded.proposal,
      digest: recorded.proposal.digest as Hex,
      ask: BigInt(recorded.proposal.ask),
    }
    const digests = {
      proposal: proposalDigest(separator, message),
      ballot: ballotDigest(separator, sealed),
    }
    const assertions = {
      proposal: readAssertion('proposal'),
      ballotLowS: readAssertion('ballotLowS'),
      ballotHighS: readAssertion('ballotHighS'),
      ballotUnverified: readAssertion('ballotUnverified'),
    }
    const { ballotHighS, ballotLowS, ballotUnverified } = assertions

    /** A round at the address that was signed for. */
    async function recordedRound() {
      const deployment = await deployFactory()
      const { webAuthnVerifier } = deployment
      const verifiers = [webAuthnVerifier]
      const rules = await makeRules(deployment, { verifiers })
      const made = await createRound(deployment, rules)
      const code = await ethers.provider.getCode(made.id.round)
      await ethers.provider.send('hardhat_setCode', [id.round, code])
      const round = Round__factory.connect(id.round, made.anyone)
      const holders = [
        made.admin,
        made.registrar,
        made.screener,
        made.committee,
      ]
      const [admin, registrar, screener, committee] = holders.map(
        ({ address }) => address,
      ) as [string, string, string, string]
      await round.open({ admin, registrar, screener, committee })
      const stage: Stage = { ...made, id, separator, round }
      const key = signerKey({ verifier: webAuthnVerifier, publicKey })
      return { stage, verifier: webAuthnVerifier, key }
    }

    async function recordedReview() {
      // Not a fixture of its own: there is only one round at that address.
      const { stage, ...rest } = await loadFixture(recordedRound)
      await registerAll(stage, 6)
      await fixRoster(stage)
      const roll = fullRoll(stage)
      roll[sealed.reviewer - 1] = rest.key
      await rosterToReview(stage, roll)
      return { stage, ...rest }
    }

    function packedBallot(verifier: Hex, signature: Uint8Array) {
      const signed = toSignature(verifier, publicKey, signature)
      return packBatch([{ ...sealed, signature: signed }])
    }

    it('holds by protocol/passkey.ts and by the verifier contract', async () => {
      const { webAuthnVerifier } = await loadFixture(deployFactory)
      const verifier = await ethers.getContractAt(
        'ERC7913WebAuthnVerifier',
        webAuthnVerifier,
      )
      const yes = verifier.interface.getFunction('verify').selector
      const cases: [Assertion, Uint8Array, boolean][] = [
        [assertions.proposal, digests.proposal, true],
        [ballotLowS, digests.ballot, true],
        [ballotHighS, digests.ballot, true],
        [ballotUnverified, digests.ballot, false],
        [assertions.proposal, digests.ballot, false],
      ]
      for (const [assertion, digest, holds] of cases) {
        const packed = packWebAuthnSignature(assertion)
        const answer = await verifier.verify(publicKey, digest, packed)
        expect(verifyWebAuthn(publicKey, digest, packed)).to.equal(holds)
        expect(answer).to.equal(holds ? yes : '0xffffffff')
      }
    })

    it('registers a proposal', async () => {
      const { stage, key, verifier } = await loadFixture(recordedRound)
      const packed = packWebAuthnSignature(assertions.proposal)
      const signature = toSignature(verifier, publicKey, packed)
      const alone = bytesToHex(packSignature(signature))
      const { version, digest, category, ask } = message
      await expect(stage.round.registerProposal(key, message, alone))
        .to.emit(stage.round, 'ProposalRegistered')
        .withArgs(ethers.getAddress(key), version, digest, category, ask, 1)
    })

    it('casts a ballot, whose s is made low before it is sent', async () => {
      const { stage, key, verifier } = await recordedReview()
      const { round } = stage
      const high = raiseS(packWebAuthnSignature(ballotHighS))
      expect(wordOf(high, 1)).to.equal(ballotHighS.s)
      await expect(round.castBallot(packedBallot(verifier, high)))
        .to.be.revertedWithCustomError(round, 'Round_BadSignature')
        .withArgs(ethers.getAddress(key))
      const low = packedBallot(verifier, packWebAuthnSignature(ballotHighS))
      await expect(round.castBallot(low))
        .to.emit(round, 'PageCast')
        .withArgs(1, 1, low)
    })

    it('casts a ballot in a batch', async () => {
      const { stage, verifier } = await recordedReview()
      const packed = packedBallot(verifier, packWebAuthnSignature(ballotLowS))
      const other = packBatch([await makeBallot(stage, 8, [1, 2])])
      const batch = `${packed}${other.slice(2)}`
      await expect(stage.round.castBallots(batch))
        .to.emit(stage.round, 'PageCast')
        .withArgs(1, 2, batch)
    })

    it('without user verification casts nothing', async () => {
      const { stage, key, verifier } = await recordedReview()
      const packed = packWebAuthnSignature(ballotUnverified)
      await expect(stage.round.castBallot(packedBallot(verifier, packed)))
        .to.be.revertedWithCustomError(stage.round, 'Round_BadSignature')
        .withArgs(ethers.getAddress(key))
    })
  })
})

function readAssertion(name: keyof typeof recorded.assertions): Assertion {
  const { authenticatorData, clientDataJSON, signature } =
    recorded.assertions[name]
  return {
    authenticatorData: hexToBytes(authenticatorData as Hex),
    clientDataJSON: Buffer.from(clientDataJSON),
    ...parseDer(hexToBytes(signature as Hex)),
  }
}

/** On the chain and then not: so that the refusal is for the change alone. */
async function expectAcceptedOnce(
  reviewed: Review,
  { sign }: Pick<KeyHolder, 'sign'>,
): Promise<void> {
  const { stage } = reviewed
  const ballot = await makeBallot(stage, seats.p256, [5, 1], { sign })
  expect(await stage.round.castBallot.staticCall(packBatch([ballot]))).to.equal(
    1n,
  )
}
