/** `dure relayer record`: where a relayer is reached, and what it did not keep. */
import type { Command } from 'commander'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { parseAddress } from '../frame/connect.ts'
import { addChainOptions, type ChainOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped, oneLine, renderRows } from '../printing.ts'
import {
  findReceipts,
  receiptsOption,
  type ReceiptsOptions,
} from './receiptsOption.ts'

const examples = `
Examples:
  $ dure relayer record 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC

It is read from the chain; the relayer is not asked.`

/** It is the relayer's own word, and may be anything. */
const widthOfUrl = 80

type Options = ChainOptions & ReceiptsOptions

export function addRecord(relayer: Command, surroundings: Surroundings): void {
  const command = relayer
    .command('record')
    .description('what the chain says about a relayer')
    .argument('<address>', 'the relayer')
    .addOption(receiptsOption())
    .addHelpText('after', examples)
  addChainOptions(command).action(async (address: string, options: Options) => {
    const relayer = parseAddress('The relayer', address, '')
    const session = await openSession(surroundings, options)
    const { receipts } = await findReceipts(session, options)
    const record = await getRelayerRecord(session.reader, {
      ...{ receipts, relayer },
    })
    const { brokenPromises, url } = record
    const rows = [
      ['relayer', relayer],
      ['reached at', url === '' ? 'it does not say' : oneLine(url, widthOfUrl)],
      ['broken promises', grouped(brokenPromises)],
    ]
    const text = renderRows([{}, {}], rows)
    report(session, { text, json: { relayer, receipts, ...record } })
  })
}
