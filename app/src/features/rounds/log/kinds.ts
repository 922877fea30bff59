/** The kinds of acts, and the events of each. */

export const actKinds = [
  'round',
  'roles',
  'proposals',
  'roll',
  'keys',
  'draw',
  'ballots',
  'opening',
  'result',
] as const
export type ActKind = (typeof actKinds)[number]

export const eventsOf = {
  round: ['RoundOpened', 'RoundCancelled'],
  roles: ['RoleOffered', 'RoleAccepted'],
  proposals: [
    'ProposalRegistered',
    'ProposalWithdrawn',
    'ProposalScreened',
    'RosterExtended',
    'RosterFixed',
  ],
  roll: ['RollPublished', 'Frozen'],
  keys: [
    'AttemptStarted',
    'PackagePublished',
    'SharesPublished',
    'ShareDisputed',
    'KeysConfirmed',
    'KeysStand',
    'ShareReleased',
    'KeyCame',
  ],
  draw: ['DrawBlockStored', 'Drawn'],
  ballots: ['PageCast', 'BallotSkipped'],
  opening: ['PageOpened', 'BallotSpoiled'],
  result: ['Ranked', 'Objected', 'ObjectionAnswered', 'Departed', 'Confirmed'],
} as const

/** They carry all ballots of a round: read backwards, as far as somebody looks. */
export const heavyEvents = ['PageCast', 'PageOpened'] as const
