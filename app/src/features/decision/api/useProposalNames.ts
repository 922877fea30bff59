/** How proposals on the roster are called: number, title, community. */
import { useQuery } from '@tanstack/react-query'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useTexts } from '../../../queries/texts.ts'
import { useNode } from '../../../queries/useNode.ts'

export type ProposalNames = {
  /** Empty where its text is not here. */
  titleOf: (number: number) => string
  communityOf: (number: number) => string
  /** 0: no proposal on the roster has this key. */
  numberOf: (key: string) => number
}

export function useProposalNames(): ProposalNames {
  const language = useLanguage()
  const round = useRound()
  const { data = [] } = useQuery(proposalsQuery(useNode(), round))
  const { data: texts } = useTexts(round.round, data)
  const textOf = (number: number) => {
    const found = data.find((one) => one.number === number)
    return found && texts?.get(found.digest)
  }
  return {
    titleOf: (number) => say(textOf(number)?.title, language),
    communityOf: (number) => say(textOf(number)?.community, language),
    numberOf: (key) =>
      data.find((one) => one.key.toLowerCase() === key.toLowerCase())?.number ??
      0,
  }
}
