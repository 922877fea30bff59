/** Random .pb files, for properties. */
import fc from 'fast-check'
import {
  type PabulibFile,
  type PabulibProject,
  voteTypes,
} from '../../../protocol/pabulib/pabulibFile.ts'

export function anyPabulib(): fc.Arbitrary<PabulibFile> {
  const ids = fc.uniqueArray(anyId(), { minLength: 1, maxLength: 12 })
  return fc
    .record({
      ids,
      voterIds: fc.uniqueArray(anyId(), { maxLength: 12 }),
      voteType: fc.constantFrom(...voteTypes),
      decimals: fc.nat(4),
      hasColumns: fc.boolean(),
      comment: anyText(),
    })
    .chain((shape) =>
      fc
        .record({
          budget: fc.bigInt({ min: 1n, max: 10n ** 12n }),
          projects: fc.tuple(...shape.ids.map((id) => anyProject(id, shape))),
          ballots: fc.tuple(
            ...shape.voterIds.map((voterId) => anyBallot(voterId, shape)),
          ),
        })
        .map((file) => complete({ ...file, ...shape })),
    )
}

type Shape = Pick<PabulibFile, 'voteType'> & {
  ids: string[]
  hasColumns: boolean
}

function anyId(): fc.Arbitrary<string> {
  // Commas part the projects of a vote, and a section's name is no id.
  return anyText().filter(
    (id) => id !== '' && !/,|^(meta|projects|votes)$/i.test(id),
  )
}

/** Text as a field gives it back: trimmed, line ends as \n. */
function anyText(): fc.Arbitrary<string> {
  const odd = fc.constantFrom(';', '"', '\n', ',', "'", ' ', '두레', '🌱', 'ą')
  return fc
    .array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 3 })), {
      maxLength: 5,
    })
    .map((parts) => parts.join('').replaceAll('\r', '').trim())
}

function anyProject(
  id: string,
  { hasColumns }: Shape,
): fc.Arbitrary<PabulibProject> {
  const columns = fc.record({
    votes: fc.nat(),
    score: fc.nat(),
    selected: fc.nat(3),
    category: fc.constantFrom('parks', 'parks,water'),
  })
  return fc
    .record({
      name: anyText(),
      cost: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      columns,
      district: anyText(),
    })
    .map(({ name, cost, columns, district }) => ({
      id,
      name,
      cost,
      ...(hasColumns ? columns : {}),
      rest: { district },
    }))
}

function anyBallot(voterId: string, { ids, voteType }: Shape) {
  const points = voteType === 'approval' ? fc.constant(1) : fc.nat(255)
  return fc
    .subarray(ids)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((project) =>
          points.map((given) => ({ project, points: given })),
        ),
      ),
    )
    .map((choices) => ({ voterId, choices }))
}

type Draft = Omit<PabulibFile, 'meta'> & { comment: string }

/** The decimals that the file itself will show, and its META. */
function complete({ comment, ...draft }: Draft): PabulibFile {
  const { projects, ballots, budget, voteType } = draft
  const amounts = [budget, ...projects.map(({ cost }) => cost)]
  let decimals = draft.decimals
  while (decimals > 0 && amounts.every((units) => units % 10n === 0n)) {
    decimals--
    amounts.forEach((units, index) => (amounts[index] = units / 10n))
  }
  return {
    voteType,
    decimals,
    budget: amounts[0]!,
    projects: projects.map((project, index) => ({
      ...project,
      cost: amounts[index + 1]!,
    })),
    ballots,
    meta: new Map([['comment', comment]]),
  }
}
