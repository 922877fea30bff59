/** Who hands in what, and what the screener says to each version. */
import {
  type ProposalDocument,
  readProposal,
  readScreening,
  type ScreeningDocument,
} from './documents.ts'

export type Application = {
  name: string
  /** The later ones replace the earlier ones. */
  versions: readonly ApplicationVersion[]
}

export type ApplicationVersion = {
  proposal: ProposalDocument
  screening: ScreeningDocument
}

/** In the order of their first registration. */
const names = [
  'neutinamu',
  'saemgol',
  'witmal',
  'soran',
  'mullebanga',
  'garam',
  'saeteo',
  'baramgol',
  'keunnaru',
  'eunhaeng',
  'doldari',
  'haeoreum',
  'galdaemot',
] as const

/** Those that were not accepted at once. */
const versionsOf: Readonly<
  Record<string, readonly { proposal: string; screening: string }[]>
> = {
  mullebanga: [
    { proposal: 'proposal-mullebanga-first', screening: 'screening-costs' },
    { proposal: 'proposal-mullebanga', screening: 'screening-accepted' },
  ],
  garam: [{ proposal: 'proposal-garam', screening: 'screening-private' }],
}

export function readApplications(): Application[] {
  return names.map((name) => {
    const versions = versionsOf[name] ?? [
      { proposal: `proposal-${name}`, screening: 'screening-accepted' },
    ]
    return {
      name,
      versions: versions.map(({ proposal, screening }) => ({
        proposal: readProposal(proposal),
        screening: readScreening(screening),
      })),
    }
  })
}

/** The version with this number, from 1. */
export function versionOf(
  { name, versions }: Application,
  version: number,
): ApplicationVersion {
  const found = versions[version - 1]
  if (found === undefined) throw new Error(`${name} has no version ${version}.`)
  return found
}

/** What stands of an application in the end; nothing if it was refused. */
export function acceptedProposal({
  versions,
}: Application): ProposalDocument | undefined {
  const last = versions.at(-1)
  return last?.screening.isAccepted ? last.proposal : undefined
}
