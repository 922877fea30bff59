/** What is due now, what the button says, and what the log will say. */
import { Trans } from '@lingui/react/macro'
import type { Act } from '../../../../../chain/trustee/takeStep.ts'

/** A step that is sent. */
export type SentAct = Exclude<Act, { kind: 'makePackage' | 'checkShares' }>

export function ActTitle({ act }: { act: SentAct }) {
  switch (act.kind) {
    case 'publishPackage':
      return <Trans>열쇠 재료를 내놓을 차례입니다.</Trans>
    case 'publishShares':
      return <Trans>다른 열쇠지기들에게 잠근 조각을 보낼 차례입니다.</Trans>
    case 'disputeShare': {
      const { accused } = act
      return (
        <Trans>
          열쇠지기 {accused}번이 보낸 조각이 잘못되었습니다. 밝히면 이 시도는
          끝나고, 누구의 잘못인지 누구나 다시 계산할 수 있습니다.
        </Trans>
      )
    }
    case 'confirmKeys':
      return <Trans>받은 조각이 모두 맞습니다. 열쇠를 확인할 차례입니다.</Trans>
    case 'storeDrawBlock':
      return <Trans>추첨에 쓸 블록을 적어 둘 차례입니다.</Trans>
    case 'releaseShare':
      return act.purpose === 'lottery' ? (
        <Trans>추첨 조각을 내놓을 차례입니다.</Trans>
      ) : (
        <Trans>
          심사표를 열 조각을 내놓을 차례입니다. 모이면 모든 점수가 공개됩니다.
        </Trans>
      )
  }
}

export function ActLabel({ act }: { act: SentAct }) {
  switch (act.kind) {
    case 'publishPackage':
      return <Trans>열쇠 재료 내놓기</Trans>
    case 'publishShares':
      return <Trans>잠근 조각 보내기</Trans>
    case 'disputeShare':
      return <Trans>잘못된 조각 밝히기</Trans>
    case 'confirmKeys':
      return <Trans>열쇠 확인하기</Trans>
    case 'storeDrawBlock':
      return <Trans>추첨 블록 적기</Trans>
    case 'releaseShare':
      return act.purpose === 'lottery' ? (
        <Trans>추첨 조각 내놓기</Trans>
      ) : (
        <Trans>심사표 조각 내놓기</Trans>
      )
  }
}

export function ActLine({ act, own }: { act: SentAct; own: number }) {
  switch (act.kind) {
    case 'publishPackage':
      return <Trans>열쇠지기 {own}번이 열쇠 조각의 재료를 내놓았습니다.</Trans>
    case 'publishShares':
      return (
        <Trans>
          열쇠지기 {own}번이 다른 열쇠지기들에게 잠근 조각을 보냈습니다.
        </Trans>
      )
    case 'disputeShare': {
      const { accused } = act
      return (
        <Trans>
          열쇠지기 {own}번이 잘못된 조각을 받았다고 밝혔습니다. 보낸 곳:
          열쇠지기 {accused}번
        </Trans>
      )
    }
    case 'confirmKeys':
      return <Trans>열쇠지기 {own}번이 열쇠를 확인했습니다.</Trans>
    case 'storeDrawBlock':
      return <Trans>추첨에 쓸 블록을 적어 두었습니다.</Trans>
    case 'releaseShare':
      return act.purpose === 'lottery' ? (
        <Trans>열쇠지기 {own}번이 추첨에 쓸 조각을 내놓았습니다.</Trans>
      ) : (
        <Trans>열쇠지기 {own}번이 심사표를 열 조각을 내놓았습니다.</Trans>
      )
  }
}
