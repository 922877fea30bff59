/** Tamperings of release, draw, ballots and openings. */
import type { Hex } from 'viem'
import type { SignedBallot } from '../../../protocol/ballot.ts'
import type { Opening } from '../../../protocol/opening.ts'
import { packNumbers, parseNumbers } from '../../../protocol/packedNumbers.ts'
import { domainSeparator } from '../../../protocol/typedData.ts'
import { stranger } from '../../contracts/support/accounts.ts'
import {
  changeOpening,
  changePage,
  flipLast,
  forgePage,
  ofReviewer,
  signBallot,
} from '../support/editBallots.ts'
import { argsOf, changeEvent, removeEvent } from '../support/editRecord.ts'
import type { Scene, Tampering } from './tampering.ts'

const otherHash: Hex = `0x${'ab'.repeat(32)}`

export const tamperingsOfBallots: Tampering[] = [
  {
    what: 'a wrong share for the draw',
    tamper: ({ record }) => {
      changeEvent(record, 'ShareReleased', () => ({ share: 5n }), 1)
    },
    failed: { check: 'trustees.release', where: { trustee: 2 } },
  },
  {
    what: 'a wrong share for the ballots',
    tamper: ({ record }) => {
      changeEvent(record, 'ShareReleased', () => ({ share: 5n }), 2)
    },
    failed: { check: 'trustees.release', where: { trustee: 3 } },
  },
  {
    what: 'a share for the ballots missing',
    tamper: ({ record }) => {
      removeEvent(record, 'ShareReleased', 2)
    },
    failed: { check: 'trustees.release', where: { event: 'KeyCame' } },
  },
  {
    what: 'another hash of the draw’s block',
    tamper: ({ record }) => {
      changeEvent(record, 'DrawBlockStored', () => ({ blockHash: otherHash }))
    },
    failed: { check: 'draw.block', where: { event: 'DrawBlockStored' } },
  },
  {
    what: 'another header of the draw’s block',
    tamper: ({ record }) => {
      const { drawBlock } = argsOf(record, 'DrawBlockStored')
      for (const header of record.blocks)
        if (header.number === drawBlock) header.hash = otherHash
    },
    failed: { check: 'draw.block', where: { event: 'DrawBlockStored' } },
  },
  {
    what: 'another block for the draw',
    tamper: ({ record }) => {
      changeEvent(record, 'DrawBlockStored', ({ drawBlock }) => ({
        drawBlock: drawBlock + 1n,
      }))
    },
    failed: { check: 'draw.block', where: { event: 'DrawBlockStored' } },
  },
  {
    what: 'a seed that does not follow from its sources',
    tamper: ({ record }) => {
      changeEvent(record, 'Drawn', () => ({ seed: otherHash }))
    },
    failed: { check: 'draw.seed', where: { event: 'Drawn' } },
  },
  {
    what: 'a lottery key that does not follow from the shares',
    tamper: ({ record }) => {
      changeEvent(record, 'Drawn', () => ({ lotteryKey: 5n }))
    },
    failed: { check: 'draw.seed', where: { event: 'Drawn' } },
  },
  {
    what: 'an order that does not follow from the seed',
    tamper: ({ record }) => {
      changeEvent(record, 'Drawn', ({ order }) => {
        const [one = 0, other = 0, ...rest] = parseNumbers(order)
        return { order: packNumbers([other, one, ...rest]) }
      })
    },
    failed: { check: 'draw.shuffles', where: { event: 'Drawn' } },
  },
  {
    what: 'a list that does not follow from the draw',
    tamper: ({ record }) => {
      record.state.lists[3]?.list.reverse()
    },
    failed: ({ record }) => ({
      check: 'draw.lists',
      where: {
        state: 'listOf',
        reviewer: record.state.lists[3]?.reviewer ?? 0,
      },
    }),
  },
  {
    what: 'a ballot changed',
    tamper: (scene) => {
      changePage(
        scene,
        2,
        ofReviewer(10, (one) => ({ ...one, envelope: flipLast(one.envelope) })),
      )
    },
    failed: { check: 'ballots.pages', where: { page: 2 } },
  },
  {
    what: 'a ballot changed, and the contract’s digest',
    tamper: (scene) => {
      forgePage(
        scene,
        2,
        ofReviewer(10, (one) => ({ ...one, envelope: flipLast(one.envelope) })),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 2, reviewer: 10 } },
  },
  {
    what: 'a ballot dropped',
    tamper: (scene) => {
      changePage(scene, 1, (ballots) => ballots.slice(1))
    },
    failed: { check: 'ballots.pages', where: { page: 1 } },
  },
  {
    what: 'a ballot twice',
    tamper: (scene) => {
      changePage(scene, 2, (ballots) => [...ballots, ...ballots.slice(0, 1)])
    },
    failed: { check: 'ballots.pages', where: { page: 2 } },
  },
  {
    what: 'a ballot twice, and the contract’s digest',
    tamper: (scene) => {
      forgePage(scene, 2, (ballots) => [...ballots, ...ballots.slice(0, 1)])
    },
    failed: { check: 'ballots.versions', where: { page: 2, reviewer: 9 } },
  },
  {
    what: 'a ballot moved to another reviewer',
    tamper: (scene) => {
      changePage(
        scene,
        2,
        ofReviewer(10, (one) => ({ ...one, reviewer: 13 })),
      )
    },
    failed: { check: 'ballots.pages', where: { page: 2 } },
  },
  {
    what: 'a ballot moved to another reviewer, and the contract’s digest',
    tamper: (scene) => {
      forgePage(
        scene,
        2,
        ofReviewer(10, (one) => ({ ...one, reviewer: 13 })),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 2, reviewer: 13 } },
  },
  {
    what: 'a ballot of nobody on the roll',
    tamper: (scene) => {
      forgePage(
        scene,
        2,
        ofReviewer(10, (one) => ({ ...one, reviewer: 99 })),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 2, reviewer: 99 } },
  },
  {
    what: 'a ballot signed by another key',
    tamper: (scene) => {
      forgePage(
        scene,
        1,
        ofReviewer(7, (one) => signBallot(scene, one, stranger())),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 1, reviewer: 7 } },
  },
  {
    what: 'a ballot from another round',
    tamper: (scene) => {
      const round = stranger().address
      const separator = domainSeparator({ ...scene.stage.id, round })
      forgePage(
        scene,
        1,
        ofReviewer(7, (one) => signBallot(scene, one, undefined, separator)),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 1, reviewer: 7 } },
  },
  {
    what: 'a P-256 signature changed',
    tamper: (scene) => {
      forgePage(scene, 1, ofReviewer(4, withOtherSignature))
    },
    failed: { check: 'ballots.signatures', where: { page: 1, reviewer: 4 } },
  },
  {
    what: 'a passkey’s signature of something else',
    tamper: (scene) => {
      forgePage(
        scene,
        1,
        ofReviewer(5, (one) => ({ ...one, version: 2 })),
      )
    },
    failed: { check: 'ballots.signatures', where: { page: 1, reviewer: 5 } },
  },
  {
    what: 'an old version brought back',
    tamper: (scene) => {
      forgePage(
        scene,
        2,
        ofReviewer(1, (one) => signBallot(scene, { ...one, version: 1 })),
      )
    },
    failed: { check: 'ballots.versions', where: { page: 2, reviewer: 1 } },
  },
  {
    what: 'a version over the limit',
    tamper: (scene) => {
      forgePage(
        scene,
        2,
        ofReviewer(1, (one) => signBallot(scene, { ...one, version: 4 })),
      )
    },
    failed: { check: 'ballots.versions', where: { page: 2, reviewer: 1 } },
  },
  {
    what: 'a page’s log missing',
    tamper: ({ record }) => {
      removeEvent(record, 'PageCast', 0)
    },
    failed: { check: 'ballots.pages', where: { page: 1, event: 'PageCast' } },
  },
  {
    what: 'the last page’s log missing',
    tamper: ({ record }) => {
      removeEvent(record, 'PageCast', 1)
    },
    failed: { check: 'ballots.pages', where: { page: 2, event: 'PageCast' } },
  },
  {
    what: 'a ballot skipped for no reason',
    tamper: ({ record }) => {
      changeEvent(record, 'BallotSkipped', () => ({ version: 3 }))
    },
    failed: { check: 'ballots.skipped', where: { reviewer: 1 } },
  },
  {
    what: 'an opening altered',
    tamper: (scene) => {
      changeOpening(
        scene,
        1,
        ofReviewer(11, (one) =>
          one.kind === 0 ? one : { ...one, values: flipLast(one.values) },
        ),
      )
    },
    failed: { check: 'openings.seals', where: { page: 2, reviewer: 11 } },
  },
  {
    what: 'a salt altered',
    tamper: (scene) => {
      changeOpening(
        scene,
        1,
        ofReviewer(12, (one) =>
          one.kind === 0 ? one : { ...one, salt: flipLast(one.salt) },
        ),
      )
    },
    failed: { check: 'openings.seals', where: { page: 2, reviewer: 12 } },
  },
  {
    what: 'a valid ballot left out of its page’s opening',
    tamper: (scene) => {
      leaveClosed(scene, 9)
      changeEvent(
        scene.record,
        'PageOpened',
        ({ counted }) => ({ counted: counted - 1n }),
        1,
      )
    },
    failed: { check: 'openings.complete', where: { page: 2, reviewer: 9 } },
  },
  {
    what: 'a page’s opening missing',
    tamper: ({ record }) => {
      removeEvent(record, 'PageOpened', 1)
    },
    failed: {
      check: 'openings.pages',
      where: { page: 2, event: 'PageOpened' },
    },
  },
  {
    what: 'an opening under another page’s number',
    tamper: ({ record }) => {
      changeEvent(record, 'PageOpened', () => ({ page: 2n }), 0)
    },
    failed: { check: 'openings.pages', where: { page: 2 } },
  },
  {
    what: 'another number of counted ballots',
    tamper: ({ record }) => {
      changeEvent(record, 'PageOpened', () => ({ counted: 2n }), 1)
    },
    failed: { check: 'openings.counts', where: { page: 2 } },
  },
  {
    what: 'a spoiled ballot called so for another reason',
    tamper: ({ record }) => {
      changeEvent(record, 'BallotSpoiled', () => ({ reason: 4 }))
    },
    failed: { check: 'openings.counts', where: { page: 1, reviewer: 2 } },
  },
  {
    what: 'a spoiled ballot’s log missing',
    tamper: ({ record }) => {
      removeEvent(record, 'BallotSpoiled')
    },
    failed: { check: 'openings.counts', where: { page: 1, reviewer: 2 } },
  },
]

function withOtherSignature(one: SignedBallot): SignedBallot {
  const { kind, body } = one.signature
  return { ...one, signature: { kind, body: flipLast(body) } }
}

/** Hands in the seal of a ballot that was opened. */
function leaveClosed(scene: Scene, number: number): void {
  const ballot = scene.pages.flat().find(({ reviewer }) => reviewer === number)
  if (!ballot) throw new Error(`Reviewer ${number} did not cast.`)
  const { reviewer, seal, version } = ballot
  changeOpening(
    scene,
    1,
    ofReviewer<Opening>(number, () => ({ kind: 0, reviewer, version, seal })),
  )
}
