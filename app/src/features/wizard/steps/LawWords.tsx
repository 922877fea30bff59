/** One law of the draw in words, with its numbers. */
import { Trans } from '@lingui/react/macro'
import type { DrawLaw } from '../../../../../protocol/drawLaws.ts'
import { useFormats } from '../../../hooks/useFormats.ts'

export type LawWordsProps = { law: DrawLaw; isOfOwners: boolean }

export function LawWords({ isOfOwners, law }: LawWordsProps) {
  const { number } = useFormats()
  const left = number(law.left)
  const right = number(law.right)
  const sign = law.holds ? '≤' : '>'
  switch (law.name) {
    case 'fits':
      return isOfOwners ? (
        <Trans>
          목록이 한 조의 제안보다 길지 않음 ({left} {sign} {right})
        </Trans>
      ) : (
        <Trans>
          목록이 제안 수보다 길지 않음 ({left} {sign} {right})
        </Trans>
      )
    case 'noRepeat':
      return (
        <Trans>
          한 공동체가 같은 제안을 두 번 만나지 않음 ({left} {sign} {right})
        </Trans>
      )
    case 'noPair':
      return (
        <Trans>
          두 공동체가 서로 심사하지 않음 ({left} {sign} {right})
        </Trans>
      )
    case 'enough':
      return (
        <Trans>
          모두 참여하면 제안마다 심사 {left}번, 추천에 필요한 것은 {right}번
        </Trans>
      )
  }
}
