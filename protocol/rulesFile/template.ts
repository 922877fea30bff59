/** Examples of rules to fill in, one for each kind of round. */

export const templateKinds = [
  'communities',
  'jury',
  'everyone',
  'budget',
] as const
export type TemplateKind = (typeof templateKinds)[number]

/** Whoever forgets to fill in an address is told where. */
const fillIn = (who: string) => `0x… address of ${who}`

const head = {
  '//': [
    'Rules of a round. Names that begin with // are comments.',
    'Replace every 0x…; `dure round create FILE --check` names what is wrong.',
  ],
  document: 'round.json',
  '//document': 'The round’s public document: `dure document new` makes one.',
  holders: {
    admin: fillIn('the admin'),
    registrar: fillIn('the registrar'),
    screener: fillIn('the screener'),
    committee: fillIn('the committee'),
  },
  '//times': [
    'Dates with their zone, such as 2027-01-31T18:00+09:00,',
    'or periods after the time before (the first: after now).',
  ],
  times: {
    registerUntil: '+14 days',
    rosterBy: '+7 days',
    freezeBy: '+14 days',
    drawBy: '+2 days',
    reviewFrom: '+1 day',
    close: '+14 days',
    releaseFrom: '+1 hour',
    releaseUntil: '+2 days',
    openUntil: '+7 days',
    rollNotice: '3 days',
    objectionPeriod: '7 days',
    answerPeriod: '7 days',
  },
}

const tail = {
  reserveTakesWithdrawn: true,
  '//minOpened':
    'Without the trustees’ key: the least part of reviewers who open their own ballots.',
  minOpened: '50%',
  '//drawDelay': 'Blocks between the freeze and the block of the draw.',
  drawDelay: 10,
  '//trustees': 'So many of them open the ballots together.',
  threshold: 2,
  trustees: [1, 2, 3].map((number) => fillIn(`trustee ${number}`)),
  '//verifiers': 'For passkeys: what `dure deploy` prints, at most 4.',
  verifiers: [],
}

const scored = {
  '//weights': 'One for each criterion.',
  weights: [2, 1],
  maxScore: 5,
  points: 'Score',
  order: 'Mean',
  ties: 'Draw',
  '//ballotLimit': '1: the first is final. More: the last one counts.',
  ballotLimit: 3,
}

const cases = {
  communities: {
    '//owners':
      'The applicants’ own members score the proposals of the others.',
    owners: true,
    seatsPerCommunity: 10,
    '//listLength': 'Proposals drawn for each reviewer, or "all".',
    listLength: 10,
    ...scored,
    '//seats': 'Proposals to recommend; or give a budget instead.',
    seats: 450,
    minReviews: 20,
  },
  jury: {
    '//owners': 'Outside reviewers score what is drawn for them.',
    owners: false,
    reviewers: 100,
    listLength: 12,
    ...scored,
    seats: 20,
    '//quotas': 'Seats for each category; they add up to the seats.',
    quotas: [
      { category: 1, seats: 12 },
      { category: 2, seats: 8 },
    ],
    minReviews: 5,
  },
  everyone: {
    '//owners':
      'Applicants score all proposals but their own. Not impartial among them.',
    owners: true,
    seatsPerCommunity: 3,
    listLength: 'all',
    ...scored,
    seats: 5,
    minReviews: 3,
  },
  budget: {
    '//owners': 'Residents share out points; the most popular fit the budget.',
    owners: false,
    reviewers: 5_000,
    listLength: 'all',
    weights: [1],
    maxScore: 10,
    '//pointsPerBallot': 'The most that one ballot may give in all.',
    pointsPerBallot: 10,
    points: 'Score',
    order: 'Sum',
    ties: 'Draw',
    ballotLimit: 3,
    budget: '500,000,000',
    minReviews: 0,
  },
} satisfies Record<TemplateKind, object>

export function rulesTemplate(kind: TemplateKind): object {
  return { ...head, ...cases[kind], ...tail }
}
