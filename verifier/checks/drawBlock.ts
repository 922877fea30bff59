/** The hash of the draw is that of the block fixed at the freeze. */
import { fixedBlock } from '../../protocol/drawSeed.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = keysSentences['draw.block']

export const drawBlock: Check = {
  name: 'draw.block',
  needs: ['chain.block', 'roll.freeze', 'phases.milestones'],
  run({ record, history }) {
    const [frozen] = eventsOf(history, 'Frozen')
    const [stored] = eventsOf(history, 'DrawBlockStored')
    if (!frozen) return absent(notThereYet('draw.block'))
    const first = frozen.args.drawBlock
    if (!stored)
      return absent(notThereYet('draw.block'), {
        drawBlock: { number: first, hash: undefined },
      })
    const { args, at } = stored
    const where = { ...placeOfEvent(stored) }
    const failures: Problem[] = []
    const number = fixedBlock(first, at.block)
    if (args.drawBlock !== number || at.block <= first)
      failures.push({
        where,
        expected: `${number}`,
        actual: `${args.drawBlock}`,
        sentence: say.number(),
      })
    const header = record.blocks.find((block) => block.number === number)
    if (!header)
      failures.push({ where: { block: number }, sentence: say.header() })
    else if (!isSame(header.hash, args.blockHash))
      failures.push({
        where,
        expected: header.hash,
        actual: args.blockHash,
        sentence: say.hash(),
      })
    const hash = header?.hash ?? args.blockHash
    const facts = { drawBlock: { number, hash } }
    return passed(say.passed({ number }), { failures, facts })
  },
}
