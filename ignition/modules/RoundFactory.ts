/**
 * Deploys the round factory, the contract behind its rounds, its libraries, and
 * the receipts of relayers that serve those rounds.
 */
import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** The libraries that `Round` calls; what they hold, they hold without links. */
const libraryNames = [
  'Ballots',
  'Decision',
  'Draw',
  'Openings',
  'Proposals',
  'Ranking',
  'Roles',
  'Roll',
  'RoundViews',
  'Trustees',
]

export default buildModule('RoundFactory', (m) => {
  const libraries = Object.fromEntries(
    libraryNames.map((name) => [name, m.library(name)]),
  )
  const round = m.contract('Round', [], { libraries })
  const roundFactory = m.contract('RoundFactory', [round])
  const receipts = m.contract('Receipts', [roundFactory])
  return { roundFactory, round, receipts }
})
