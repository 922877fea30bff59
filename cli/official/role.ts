/** `dure role`: hands a role over in two steps. */
import { Argument, type Command } from 'commander'
import { type Address, zeroAddress } from 'viem'
import { enumNumber, type Role, roles } from '../../chain/enums.ts'
import { roundCall } from '../frame/act.ts'
import { parseAddress } from '../frame/connect.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'

const examples = `
Examples:
  $ dure role offer registrar 0x… --key file:registrar.json
  $ dure role accept registrar --key file:new.json
  $ dure role offer registrar nobody --key file:registrar.json
      Takes an offer back.

The holder offers; the admin may offer registrar and screener before the freeze.`

type Options = RoundOptions & ActOptions

export function addRole(program: Command, surroundings: Surroundings): void {
  const role = program
    .command('role')
    .description('hand a role over')
    .addHelpText('after', examples)
  const offer = role
    .command('offer')
    .description('offer a role to somebody')
    .addArgument(roleArgument())
    .argument('<address>', 'to whom, or nobody')
    .addHelpText('after', examples)
  addRoundActOptions(offer).action(
    (name: Role, address: string, options: Options) =>
      offerRole(surroundings, name, address, options),
  )
  const accept = role
    .command('accept')
    .description('accept a role that was offered')
    .addArgument(roleArgument())
    .addHelpText('after', examples)
  addRoundActOptions(accept).action((name: Role, options: Options) =>
    acceptRole(surroundings, name, options),
  )
}

function roleArgument(): Argument {
  return new Argument('<role>', 'which one').choices(roles)
}

async function offerRole(
  surroundings: Surroundings,
  role: Role,
  text: string,
  options: Options,
): Promise<void> {
  const isNobody = text === 'nobody'
  const next: Address = isNobody
    ? zeroAddress
    : parseAddress('The address', text, '')
  const session = await openRoundActSession(surroundings, options)
  const number = enumNumber(roles, role)
  await performInRound(session, {
    title: isNobody ? `Take back the offer of ${role}` : `Offer ${role}`,
    facts: [['to', isNobody ? 'nobody' : next]],
    warning: 'It takes effect when the other accepts.',
    calls: [roundCall(session.round, 'offerRole', [number, next])],
    done: isNobody ? 'The offer is taken back.' : `${role} is offered.`,
    json: { role, next },
  })
}

async function acceptRole(
  surroundings: Surroundings,
  role: Role,
  options: Options,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const number = enumNumber(roles, role)
  await performInRound(session, {
    title: `Accept ${role}`,
    facts: [],
    warning: 'The holder until now loses the role.',
    calls: [roundCall(session.round, 'acceptRole', [number])],
    done: `${session.client.account.address} is the ${role}.`,
    json: { role, holder: session.client.account.address },
  })
}
