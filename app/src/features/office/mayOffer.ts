/** Whether a wallet may offer a role: its holder; the admin for two of them before the freeze. */
import type { Address } from 'viem'
import { phases, type Role } from '../../../../chain/enums.ts'
import type { Round } from '../../queries/round.ts'

const ofAdmin: readonly Role[] = ['registrar', 'screener']

export function mayOffer(
  role: Role,
  { holders, phase }: Pick<Round, 'holders' | 'phase'>,
  wallet: Address,
): boolean {
  const own = wallet.toLowerCase()
  const isBeforeFreeze = phases.indexOf(phase) <= phases.indexOf('roll')
  const isAdmin = holders.admin.toLowerCase() === own
  return (
    holders[role].toLowerCase() === own ||
    (isAdmin && isBeforeFreeze && ofAdmin.includes(role))
  )
}
