/** Every command of `dure`, from which help, completion and manual follow. */
import addCompletion from '@bomb.sh/tab/commander'
import { Command } from 'commander'
import type { Surroundings } from './frame/surroundings.ts'
import { addKey } from './keys/command.ts'
import { addObject } from './applicants/object.ts'
import { addPropose } from './applicants/propose.ts'
import { addDocument } from './documents/command.ts'
import { addManual } from './manual/command.ts'
import { addAnswer } from './official/answer.ts'
import { addCancel } from './official/cancel.ts'
import { addConfirm } from './official/confirm.ts'
import { addDeploy } from './official/deploy.ts'
import { addFreeze } from './official/freeze.ts'
import { addKeys } from './official/keysAttempt.ts'
import { addProposals } from './official/proposals.ts'
import { addRole } from './official/role.ts'
import { addRoll } from './official/roll.ts'
import { addRoster } from './official/roster.ts'
import { addRound } from './official/round.ts'
import { addScreen } from './official/screen.ts'
import { addCast } from './casting/cast.ts'
import { addChallenge } from './challenge/command.ts'
import { addList } from './casting/list.ts'
import { addDraw } from './drawing/draw.ts'
import { addEnrolment } from './enrolment/command.ts'
import { addExport } from './exporting/command.ts'
import { addOpen } from './opening/open.ts'
import { addRank } from './ranking/rank.ts'
import { addReceipt } from './receipt/command.ts'
import { addRelayer } from './relayer/command.ts'
import { addStatus } from './status/command.ts'
import { addTrustee } from './trustee/command.ts'
import { addRehearse } from './rehearse/command.ts'
import { addSample } from './sample/command.ts'
import { addVerify } from './verify/command.ts'

/** In the order of a round. */
const commands = [
  ...[
    addDeploy,
    addDocument,
    addKey,
    addRound,
    addPropose,
    addProposals,
    addScreen,
  ],
  ...[
    addRoster,
    addEnrolment,
    addRoll,
    addKeys,
    addTrustee,
    addFreeze,
    addRole,
    addCancel,
  ],
  ...[addDraw, addList, addCast, addOpen, addRank],
  ...[addObject, addAnswer, addConfirm],
  ...[addStatus, addReceipt, addChallenge, addVerify, addExport],
  ...[addRelayer],
]

export function createProgram(surroundings: Surroundings): Command {
  const { err, out, stop } = surroundings
  const program = new Command('dure')
    .description('Public review rounds on Ethereum.')
    .showHelpAfterError('(dure --help shows what is possible)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(hideKeys(text)),
    })
  for (const add of commands) add(program, surroundings)
  const conclude = ({ isGood }: { isGood: boolean }) => {
    if (!isGood) surroundings.checkFailed()
  }
  addRehearse(program, stop, conclude)
  addSample(program, stop)
  addManual(program, surroundings)
  // Last: it completes the commands that are there by now.
  addCompletion(program, { completionCommandName: 'completion' })
  return program
}

/** An argument at the wrong place may be a private key. */
function hideKeys(text: string): string {
  return text.replace(/[0-9a-f]{64}/gi, '…')
}
