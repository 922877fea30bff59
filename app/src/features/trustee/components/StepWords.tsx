/** What a trustee waits for, or why its work is over, in words. */
import { Trans } from '@lingui/react/macro'
import type { Address } from 'viem'
import type {
  DoneReason,
  Wait,
  WaitReason,
} from '../../../../../chain/trustee/nextStep.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { TrusteeNames } from './TrusteeNames.tsx'

export type WaitWordsProps = {
  wait: Wait
  trustees: readonly Address[]
  own: number
}

export function WaitWords({ own, trustees, wait }: WaitWordsProps) {
  const { moment } = useFormats()
  const { trustees: missing } = wait
  const until = wait.until === undefined ? undefined : moment(wait.until)
  return (
    <div className="stack stack--tight">
      <p className="strong">
        <Waiting reason={wait.for} />
      </p>
      {missing.length > 0 && (
        <TrusteeNames numbers={missing} trustees={trustees} own={own} />
      )}
      {until !== undefined && (
        <p>
          <Trans>{until}까지</Trans>
        </p>
      )}
    </div>
  )
}

function Waiting({ reason }: { reason: WaitReason }) {
  switch (reason) {
    case 'packages':
      return <Trans>다른 열쇠지기의 재료를 기다립니다:</Trans>
    case 'shares':
      return <Trans>다른 열쇠지기가 보낼 잠근 조각을 기다립니다:</Trans>
    case 'confirmations':
      return <Trans>다른 열쇠지기의 확인을 기다립니다:</Trans>
    case 'attempt after a dispute':
      return (
        <Trans>
          잘못된 조각이 밝혀져 이 시도는 끝났습니다. 관리자가 새 시도를
          시작합니다. 잘못한 곳:
        </Trans>
      )
    case 'attempt after a wrong package':
      return (
        <Trans>
          재료가 잘못되어 이 시도로는 열쇠를 만들 수 없습니다. 관리자가 새
          시도를 시작합니다. 잘못한 곳:
        </Trans>
      )
    case 'attempt after a wrong confirmation':
      return (
        <Trans>
          다른 열쇠가 확인되어 이 시도로는 열쇠를 만들 수 없습니다. 관리자가 새
          시도를 시작합니다. 잘못한 곳:
        </Trans>
      )
    case 'attempt after lost secrets':
      return (
        <Trans>
          이 파일에는 내놓은 재료의 비밀이 없습니다. 맞는 파일을 찾거나
          관리자에게 새 시도를 부탁하세요.
        </Trans>
      )
    case 'attempt with this trustee':
      return <Trans>이 지갑은 지금 시도의 열쇠지기가 아닙니다.</Trans>
    case 'freeze':
      return <Trans>열쇠가 정해졌습니다. 회차가 고정되기를 기다립니다.</Trans>
    case 'draw block':
      return <Trans>추첨에 쓸 블록이 지나가기를 기다립니다.</Trans>
    case 'lottery shares':
      return <Trans>내 추첨 조각은 내놓았습니다. 다른 조각을 기다립니다:</Trans>
    case 'draw':
      return (
        <Trans>
          추첨 조각이 다 모였습니다. 이제 누구나 추첨할 수 있습니다.
        </Trans>
      )
    case 'review':
      return <Trans>추첨이 끝났습니다. 심사가 시작되기를 기다립니다.</Trans>
    case 'close':
      return <Trans>심사 중입니다. 마감을 기다립니다.</Trans>
    case 'release time':
      return <Trans>심사가 끝났습니다. 조각을 내놓을 시각을 기다립니다.</Trans>
    case 'this machine’s clock':
      return (
        <Trans>
          노드는 조각을 내놓을 때라고 하는데 이 기기의 시계는 아니라고 합니다.
          둘 중 하나가 틀렸으니 아무것도 내놓지 않습니다. 시계를 맞추거나 다른
          노드를 쓰세요.
        </Trans>
      )
    case 'ballot shares':
      return (
        <Trans>내 심사표 조각은 내놓았습니다. 다른 조각을 기다립니다:</Trans>
      )
  }
}

export function DoneWords({ because }: { because: DoneReason }) {
  switch (because) {
    case 'cancelled':
      return <Trans>회차가 취소되었습니다. 아무것도 내놓지 않습니다.</Trans>
    case 'lapsed':
      return <Trans>기한이 지나 회차가 멈추었습니다.</Trans>
    case 'key came':
      return (
        <Trans>
          심사표를 여는 열쇠가 모였습니다. 열쇠지기의 일이 끝났습니다.
        </Trans>
      )
    case 'release ended':
      return <Trans>조각을 내놓을 수 있는 기간이 끝났습니다.</Trans>
    case 'no trustee':
      return <Trans>이 지갑은 이 회차의 열쇠를 만들지 않았습니다.</Trans>
    case 'lost secrets':
      return (
        <Trans>
          이 파일에는 이 회차의 비밀이 없습니다. 재료를 내놓을 때 만든 파일을
          여세요.
        </Trans>
      )
  }
}
