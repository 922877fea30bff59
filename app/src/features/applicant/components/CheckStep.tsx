/** The proposal as others will see it, what the ledger will say, and the signature. */
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { readProposalText, say } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { checkDocument } from '../../../queries/documents.ts'
import { useRound } from '../../../queries/round.ts'
import { PublicLine } from '../../acts/components/PublicLine.tsx'
import { ProposalPreview } from '../../proposals/parts/ProposalPreview.tsx'
import { checkDraft } from '../api/checkDraft.ts'
import type { UseDraft } from '../api/draft.ts'
import { useOwnFiles } from '../api/files.ts'
import { parseAmount, toDocument } from '../api/toDocument.ts'
import { useBounds } from '../api/useBounds.ts'
import { HandInProposal } from './HandInProposal.tsx'

export function CheckStep({ change, clear, draft }: UseDraft) {
  const { round } = useRound()
  const navigate = useNavigate()
  const { roundText, ...bounds } = useBounds()
  const { currency } = bounds
  useOwnFiles(draft.attachments.map(({ digest }) => digest))
  const document = toDocument(draft, currency)
  // As it is read of a relayer: from its bytes.
  const { bytes, digest } = document
  const text = readProposalText(checkDocument(digest, bytes)?.content ?? null)
  const ask = parseAmount(draft.ask) ?? 0n
  const back = () => {
    change({ step: 'write' })
  }
  const isWhole = Object.keys(checkDraft(draft, bounds)).length === 0
  return (
    <>
      <p>
        <Trans>남들에게는 이렇게 보입니다.</Trans>
      </p>
      <div className="preview">
        <ProposalPreview
          text={text}
          roundText={roundText}
          category={draft.category}
          ask={ask}
        />
      </div>
      <p>
        <button className="button" type="button" onClick={back}>
          <Trans>고치기</Trans>
        </button>
      </p>
      <WhatItMeans />
      <Line
        title={say(text.title, draft.language)}
        ask={ask}
        lang={draft.language}
      />
      {isWhole ? (
        <HandInProposal
          draft={draft}
          document={document}
          ask={ask}
          onSigned={() => {
            clear()
            void navigate({
              to: '/r/$round/apply/mine',
              params: { round },
            })
          }}
        />
      ) : (
        <p className="notice notice--warn">
          <Trans>고칠 곳이 있습니다. ‘고치기’를 눌러 주세요.</Trans>
        </p>
      )}
    </>
  )
}

type LineProps = { title: string; ask: bigint; lang: string }

function Line({ ask, lang, title }: LineProps) {
  const { money } = useFormats()
  const { roundText } = useBounds()
  const asked = money(ask, roundText.currency)
  return (
    <PublicLine>
      <p>
        <Trans>
          제안이 등록되었습니다: ‘<span lang={lang}>{title}</span>’, {asked}
        </Trans>
      </p>
    </PublicLine>
  )
}

function WhatItMeans() {
  return (
    <ul>
      <li>
        <Trans>돈은 들지 않습니다.</Trans>
      </li>
      <li>
        <Trans>
          글과 첨부는 누구나 볼 수 있습니다. 개인 연락처를 적지 마세요.
        </Trans>
      </li>
      <li>
        <Trans>
          고쳐 내면 새 판이 되고, 자격 확인을 다시 받습니다. 먼저 낸 판도 기록에
          남습니다.
        </Trans>
      </li>
    </ul>
  )
}
