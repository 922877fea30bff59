/**
 * A draft as one file: a file of rules that `dure round create` takes, with the
 * words in a comment that only the wizard reads.
 */
import * as v from 'valibot'
import { BaseError } from '../../../../../protocol/errors.ts'
import { jsonText } from '../../../../../protocol/jsonText.ts'
import { type Draft, extrasSchema } from './draft.ts'
import { fromRulesFile, toObject } from './fromRulesFile.ts'
import { joinDraft, newExtras } from './newDraft.ts'
import { toRulesFile } from './toRulesFile.ts'

const comment = '//wizard'

export function writeDraftFile(draft: Draft): string {
  const extras = v.parse(extrasSchema, draft)
  return jsonText({ ...toRulesFile(draft), [comment]: extras })
}

/** `now`: what periods such as `+14 days` count from. */
export function readDraftFile(text: string, now: number): Draft {
  const content = toObject(parse(text))
  if (content['times'] === undefined || content['holders'] === undefined)
    throw new DraftFileError()
  const extras = v.safeParse(extrasSchema, content[comment])
  return joinDraft(
    fromRulesFile(content, now),
    extras.success ? extras.output : newExtras(),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DraftFileError({ cause })
  }
}

export class DraftFileError extends BaseError {
  override name = 'DraftFileError'

  constructor({ cause }: { cause?: unknown } = {}) {
    super('This is no file of rules.', {
      metaMessages: [
        'Expected a file that the wizard saved, or such as `dure round template` prints.',
      ],
      cause,
    })
  }
}
