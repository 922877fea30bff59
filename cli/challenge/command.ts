/** `dure challenge`: holds a relayer to a promise that it did not keep. */
import type { Command } from 'commander'
import { challengeCall } from '../../chain/challengeReceipt.ts'
import {
  getRelayerRecord,
  type GetRelayerRecordReturnType,
} from '../../chain/getRelayerRecord.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import { type Act, perform, toJsonTransactions } from '../frame/act.ts'

import { describeTime } from '../frame/describeTime.ts'
import {
  type ActOptions,
  addActOptions,
  addChainOptions,
  type ChainOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped, oneLine } from '../printing.ts'
import { checkReceipts } from './checkReceipts.ts'
import { readReceiptFile } from './readReceiptFile.ts'

const examples = `
Examples:
  $ dure challenge receipt.json --key file:anyone.json
      The receipt is what the relayer answered when it took the ballot.
  $ dure challenge receipt.json --dry-run --key file:anyone.json
      Says whether the promise is broken, and sends nothing.

Anyone may, once the time of the receipt or the round's close has passed.`

type Options = ChainOptions & ActOptions

/** It is the relayer's own word, and may be anything. */
const widthOfUrl = 80

export function addChallenge(
  program: Command,
  surroundings: Surroundings,
): void {
  const command = program
    .command('challenge')
    .description('record that a relayer did not keep its promise')
    .argument('<receipt>', 'the receipt that the relayer signed')
    .addHelpText('after', examples)
  addActOptions(addChainOptions(command)).action(
    (file: string, options: Options) => challenge(surroundings, file, options),
  )
}

async function challenge(
  surroundings: Surroundings,
  file: string,
  options: Options,
): Promise<void> {
  const signed = await readReceiptFile(file)
  const session = await openActSession(surroundings, options)
  await checkReceipts(session, signed)
  const { reader } = session
  const before = await getRelayerRecord(reader, signed)
  const act = describeChallenge(signed, before, surroundings.now())
  const receipts = await perform(session, act)
  const { brokenPromises } = await getRelayerRecord(reader, signed)
  const { receipt, relayer } = signed
  report(session, {
    text:
      receipts.length === 0
        ? 'Nothing was sent.'
        : `The broken promise is recorded; ${relayer} has ${grouped(brokenPromises)} of them.`,
    json: {
      round: receipt.round,
      receipts: signed.receipts,
      relayer,
      reviewer: receipt.reviewer,
      ballotVersion: receipt.version,
      brokenPromises,
      isDryRun: options.dryRun === true,
      transactions: toJsonTransactions(receipts),
    },
  })
}

function describeChallenge(
  signed: SignedReceipt,
  { brokenPromises, url }: GetRelayerRecordReturnType,
  now: number,
): Act {
  const { ballot, includeBy, reviewer, round, version } = signed.receipt
  return {
    title: 'Record a promise as broken',
    facts: [
      ['relayer', signed.relayer],
      ['reached at', url === '' ? 'it never said' : oneLine(url, widthOfUrl)],
      ['broken so far', grouped(brokenPromises)],
      ['round', round],
      ['reviewer', `${reviewer}, version ${version}`],
      ['ballot', ballot],
      ['include by', describeTime(includeBy, now)],
    ],
    warning: 'The record stays for good, under the relayer’s address.',
    calls: [challengeCall(signed)],
  }
}
