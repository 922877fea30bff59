/** What the words mean that are used here. */
import { Trans } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'

const entries: readonly [key: string, word: ReactNode, meaning: ReactNode][] = [
  [
    'seal',
    <Trans>봉인</Trans>,
    <Trans>
      점수를 봉투에 넣어 잠근 채 공개 장부에 올립니다. 봉투는 누구나 보지만 속은
      마감 뒤에 열립니다.
    </Trans>,
  ],
  [
    'draw',
    <Trans>추첨</Trans>,
    <Trans>
      추첨으로 제안을 두 조로 나누고 서로 다른 조만 심사합니다. 내 점수는 우리
      공동체 순위를 바꾸지 못합니다. (모두가 모든 제안을 심사하는 회차에는 조가
      없습니다.)
    </Trans>,
  ],
  [
    'ledger',
    <Trans>공개 장부</Trans>,
    <Trans>
      여러 컴퓨터가 똑같이 갖고 있어 아무도 몰래 고칠 수 없는 기록입니다.
    </Trans>,
  ],
  [
    'trustees',
    <Trans>열쇠지기</Trans>,
    <Trans>
      서로 독립된 곳들이 열쇠를 나눠 갖고, 정해진 수가 모여야 심사표가 열립니다.
      몇 곳인지는 회차의 규칙에 있습니다.
    </Trans>,
  ],
  [
    'recount',
    <Trans>다시 세기</Trans>,
    <Trans>우리 서버 없이 공개 장부만으로 처음부터 셉니다.</Trans>,
  ],
  [
    'borda',
    <Trans>차례로 세기 (보르다)</Trans>,
    <Trans>
      내 목록의 다른 제안보다 높으면 2점, 같거나 한쪽이 의견 없음이면 1점,
      낮으면 0점.
    </Trans>,
  ],
  [
    'mean',
    <Trans>평균으로 세기</Trans>,
    <Trans>모든 제안은 중간 점수 심사 1건으로 시작합니다.</Trans>,
  ],
  [
    'recommended',
    <Trans>추천과 선정</Trans>,
    <Trans>
      순위로 뽑히면 추천, 위원회가 확정하면 선정입니다. 추천 다음 순서는
      예비입니다.
    </Trans>,
  ],
  [
    'received',
    <Trans>접수됨, 기록됨, 집계됨</Trans>,
    <Trans>
      접수됨은 중계자가 받은 것, 기록됨은 공개 장부에 남은 것, 집계됨은 마감
      뒤에 열어 센 것입니다.
    </Trans>,
  ],
  [
    'reference',
    <Trans>확인 번호와 접수증</Trans>,
    <Trans>
      확인 번호는 내 심사표를 찾는 번호로, 점수는 알 수 없습니다. 접수증에는
      점수가 있으니 남에게 주지 마세요.
    </Trans>,
  ],
  [
    'relayer',
    <Trans>중계자</Trans>,
    <Trans>
      심사표를 돈을 받지 않고 공개 장부에 옮기는 서버입니다. 읽거나 고치지
      못하고, 없어도 다른 길로 보낼 수 있습니다.
    </Trans>,
  ],
]

export function WordList() {
  return (
    <section className="stack" aria-labelledby="words">
      <h2 id="words">
        <Trans>낱말</Trans>
      </h2>
      <dl className="words">
        {entries.map(([key, word, meaning]) => (
          <Fragment key={key}>
            <dt className="strong">{word}</dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
