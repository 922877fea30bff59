/** `dure document`: makes published documents and tells their digests. */
import { type Command, Option } from 'commander'
import { jsonOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { renderRows } from '../printing.ts'
import { type DigestedFile, digestFile } from './digestFile.ts'
import { type DocumentKind, documentKinds } from '../../protocol/document.ts'
import { writeNewDocument } from './newDocument.ts'

const examples = `
Examples:
  $ dure document new reason.txt reason.json
  $ dure document new notice.ko.txt notice.json --kind notice --english notice.en.txt
  $ dure document digest reason.json

A document is a JSON file whose bytes are published as they are; its sha2-256
digest goes on chain. 128 random bits in it keep a short text from being
guessed once the file is deleted.`

type NewOptions = {
  kind: DocumentKind
  title?: string
  english?: string
  json?: true
}

export function addDocument(
  program: Command,
  surroundings: Surroundings,
): void {
  const document = program
    .command('document')
    .alias('documents')
    .description('published documents and their digests')
    .addHelpText('after', examples)
  addNew(document, surroundings)
  document
    .command('digest')
    .description('the sha2-256 digest of files')
    .argument('<files...>', 'published files')
    .addOption(jsonOption())
    .action(async (files: string[], options: { json?: true }) => {
      const digested = await Promise.all(files.map(digestFile))
      show(surroundings, options, digested)
    })
}

function addNew(document: Command, surroundings: Surroundings): void {
  document
    .command('new')
    .description('wrap a text with random bits in a new file')
    .argument('<text>', 'Korean text, in UTF-8 or CP949')
    .argument('<file>', 'the new document; never replaces a file')
    .addOption(
      new Option('--kind <kind>', 'what it is')
        .choices(documentKinds)
        .default('reason'),
    )
    .option('--title <text>', 'its title')
    .option('--english <file>', 'the same text in English')
    .addOption(jsonOption())
    .action(async (korean: string, file: string, options: NewOptions) => {
      await writeNewDocument(file, { ...options, korean })
      show(surroundings, options, [await digestFile(file)])
    })
}

function show(
  surroundings: Surroundings,
  options: { json?: true },
  digested: readonly DigestedFile[],
): void {
  const rows = digested.map(({ digest, file }) => [digest, file])
  report(
    { surroundings, options },
    { text: renderRows([{}, {}], rows), json: { documents: digested } },
  )
}
