/**
 * Everybody in the sample: accounts of the test mnemonic that all developers
 * know. Whoever reads this can sign for them, so they are worth nothing.
 */
import { pbkdf2Sync } from 'node:crypto'
import { type Address, bytesToHex, type Hex, type LocalAccount } from 'viem'
import { HDKey, privateKeyToAccount } from 'viem/accounts'
import { BaseError } from '../../protocol/errors.ts'
import type { SamplePlan } from './planSample.ts'

export type Person = {
  account: LocalAccount
  address: Address
  privateKey: Hex
}

export type People = {
  admin: Person
  registrar: Person
  screener: Person
  committee: Person
  relayer: Person
  trustees: readonly Person[]
  applicants: readonly Person[]
  reviewers: readonly Person[]
}

type Numbers = {
  trustees: number
  applicants: number
  reviewers: number
}

export const mnemonic =
  'test test test test test test test test test test test junk'

/** People's accounts are children of this one. */
export const parentPath = "m/44'/60'/0'/0"

/** The first child of each kind; the others follow by their numbers. */
export const pathStart = { trustees: 5, applicants: 101, reviewers: 201 }

function derivePeople(numbers: Numbers): People {
  const parent = HDKey.fromMasterSeed(seedOf(mnemonic)).derive(parentPath)
  const derive = (index: number): Person => {
    const secret = parent.deriveChild(index).privateKey
    if (secret === null) throw new Error('A child of a secret has one.')
    const privateKey = bytesToHex(secret)
    const account = privateKeyToAccount(privateKey)
    return { account, address: account.address, privateKey }
  }
  const many = (kind: keyof Numbers) =>
    Array.from({ length: numbers[kind] }, (_, index) =>
      derive(pathStart[kind] + index),
    )
  return {
    admin: derive(0),
    registrar: derive(1),
    screener: derive(2),
    committee: derive(3),
    relayer: derive(4),
    trustees: many('trustees'),
    applicants: many('applicants'),
    reviewers: many('reviewers'),
  }
}

/** BIP-39, without a passphrase. */
function seedOf(words: string): Uint8Array {
  return pbkdf2Sync(words, 'mnemonic', 2_048, 64, 'sha512')
}

/** One applicant for each application, one reviewer for each seat. */
export function meetPeople(plan: SamplePlan): People {
  return derivePeople({
    trustees: plan.trustees.count,
    applicants: plan.applications.length,
    reviewers: plan.proposals.length * plan.rules.seatsPerCommunity,
  })
}

/** Officials and trustees first, in the order that a rehearsal's actors have. */
export function everyone(people: People): Person[] {
  const { admin, registrar, screener, committee, relayer } = people
  const officials = [admin, registrar, screener, committee, relayer]
  const { trustees, applicants, reviewers } = people
  return [...officials, ...trustees, ...applicants, ...reviewers]
}

/** The person with this number, from 1. */
export function personOf(
  group: readonly Person[],
  kind: string,
  number: number,
): Person {
  const person = group[number - 1]
  if (person === undefined)
    throw new NoPersonError({ kind, number, count: group.length })
  return person
}

export class NoPersonError extends BaseError {
  override name = 'NoPersonError'

  constructor({
    kind,
    number,
    count,
  }: {
    kind: string
    number: number
    count: number
  }) {
    super(`There is no ${kind} ${number}.`, {
      metaMessages: [`Expected 1 to ${count}.`],
    })
  }
}
