/** Which proposals fit what is looked for; initial consonants find whole words. */
import { getChoseong } from 'es-hangul'
import type { Words, ProposalText } from '../../documents/roundDocument.ts'
import type { ListedProposal } from '../../queries/proposals.ts'
import type { Texts } from '../../queries/texts.ts'
import type { ProposalsSearch } from './search.ts'

export function filterProposals(
  proposals: readonly ListedProposal[],
  texts: Texts | undefined,
  { cat, q, region, state }: ProposalsSearch,
): ListedProposal[] {
  const find = q === undefined ? undefined : finderOf(q)
  return proposals.filter((proposal) => {
    const text = texts?.get(proposal.digest)
    return (
      (cat === undefined || proposal.category === cat) &&
      (state === undefined || proposal.decision === state) &&
      (region === undefined ||
        Object.values(text?.region ?? {}).includes(region)) &&
      (find === undefined || find(proposal, text))
    )
  })
}

type Find = (
  proposal: ListedProposal,
  text: ProposalText | undefined,
) => boolean

function finderOf(q: string): Find {
  const wanted = bare(q)
  if (wanted === '') return () => true
  if (/^[ㄱ-ㅎ]+$/.test(wanted))
    return (_, text) => getChoseong(namesOf(text)).includes(wanted)
  return ({ number }, text) =>
    String(number) === wanted ||
    namesOf(text).includes(wanted) ||
    said(text?.text).includes(wanted)
}

function namesOf(text: ProposalText | undefined): string {
  return [text?.title, text?.community, text?.region].map(said).join('\n')
}

function said(words: Words | undefined): string {
  return bare(Object.values(words ?? {}).join('\n'))
}

/** Spaces and capitals make no difference. */
function bare(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/[ \t]/g, '')
}
