/** Prices one vote on an OpenZeppelin Governor, sent by the voter or relayed. */
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import type { NetworkConnection } from 'hardhat/types/network'
import { gasUsed } from './gasUsed.ts'
import type { PeerRow } from './PeerRow.ts'

const support = 1

/** The name, order and types are OpenZeppelin's (Governor.BALLOT_TYPEHASH). */
const ballotTypes = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
}

/** Each voter holds tokens and has delegated their power once, to themselves. */
export async function measureGovernor({
  ethers,
  networkHelpers,
}: NetworkConnection): Promise<PeerRow[]> {
  const first = await ethers.provider.getSigner(0)
  const direct = await ethers.provider.getSigner(1)
  const signing = await ethers.provider.getSigner(2)
  const relayer = await ethers.provider.getSigner(3)
  const holders = [first, direct, signing]

  const token = await ethers.deployContract('PeerToken', [
    holders.map(({ address }) => address),
    ethers.parseEther('1'),
  ])
  for (const holder of holders)
    await gasUsed(token.connect(holder).delegate(holder))
  const governor = await ethers.deployContract('PeerGovernor', [token])
  const address = await governor.getAddress()
  const { chainId } = await ethers.provider.getNetwork()

  async function openProposal(text: string): Promise<bigint> {
    await gasUsed(governor.propose([address], [0n], ['0x'], text))
    await networkHelpers.mine(2)
    const proposalId = await governor.getProposalId(
      [address],
      [0n],
      ['0x'],
      ethers.id(text),
    )
    // A proposal's first vote fills an empty counter. Not counting it favours the peer.
    await castVote(proposalId, first)
    return proposalId
  }

  function castVote(
    proposalId: bigint,
    voter: HardhatEthersSigner,
  ): Promise<bigint> {
    return gasUsed(governor.connect(voter).castVote(proposalId, support))
  }

  async function castVoteBySig(
    proposalId: bigint,
    voter: HardhatEthersSigner,
  ): Promise<bigint> {
    const signature = await voter.signTypedData(
      {
        name: await governor.name(),
        version: await governor.version(),
        chainId,
        verifyingContract: address,
      },
      ballotTypes,
      {
        proposalId,
        support,
        voter: voter.address,
        nonce: await governor.nonces(voter),
      },
    )
    return gasUsed(
      governor
        .connect(relayer)
        .castVoteBySig(proposalId, support, voter, signature),
    )
  }

  const proposalId = await openProposal('first')
  return [
    row(
      'castVote',
      await castVote(proposalId, direct),
      'sent by the voter; one public vote',
    ),
    row(
      'castVoteBySig, new voter',
      await castVoteBySig(proposalId, signing),
      "relayed; the voter's first nonce",
    ),
    row(
      'castVoteBySig, returning voter',
      await castVoteBySig(await openProposal('second'), signing),
      'relayed; any later nonce',
    ),
  ]
}

function row(scenario: string, gas: bigint, note: string): PeerRow {
  return {
    peer: 'OpenZeppelin Governor 5.7',
    scenario,
    gas,
    perBallot: gas,
    note,
  }
}
