/** Who holds which role, what each cannot do, and what nobody can prevent. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from 'viem'
import { roles } from '../../../../chain/enums.ts'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useConfig } from '../../config/useConfig.ts'
import { useFormats } from '../../hooks/useFormats.ts'
import { type Round, useRound } from '../../queries/round.ts'
import { BackToNamedRound } from '../../components/BackToNamedRound.tsx'
import { Digest } from './parts/Digest.tsx'
import { PrintButton } from './parts/PrintButton.tsx'
import { limits } from './roles/limits.ts'
import { type Power, powers } from './roles/powers.ts'
import { useTrustees } from './roles/trustees.ts'

function RolesPage() {
  const { t } = useLingui()
  const round = useRound()
  const { relayers } = useConfig()
  return (
    <Page
      title={t`담당, 그리고 막지 못하는 것`}
      back={<BackToNamedRound round={round} />}
    >
      <p className="lead text-blocks">
        <Trans>
          담당마다 할 수 있는 일이 정해져 있고, 할 수 없는 일은 계약이 막습니다.
          한 일은 모두 공개 장부에 남습니다.
        </Trans>
      </p>
      <div className="powers">
        {roles.map((role) => (
          <PowerCard key={role} power={powers[role]}>
            <Digest value={round.holders[role]} />
          </PowerCard>
        ))}
        <TrusteesCard round={round} />
        <PowerCard power={powers.relayer}>
          {relayers.length === 0 ? (
            <Trans>이 페이지에 정해진 중계자가 없습니다.</Trans>
          ) : (
            <ul>
              {relayers.map((relayer) => (
                <li key={relayer}>{new URL(relayer).host}</li>
              ))}
            </ul>
          )}
        </PowerCard>
      </div>
      <Limits round={round} />
      <PrintButton />
    </Page>
  )
}

type PowerCardProps = { power: Power; children: React.ReactNode }

function PowerCard({ children, power }: PowerCardProps) {
  const { i18n } = useLingui()
  return (
    <section className="card stack stack--tight">
      <h2>{i18n._(power.name)}</h2>
      <div>{children}</div>
      <p>{i18n._(power.can)}</p>
      <p className="strong">
        <Trans>할 수 없는 일</Trans>
      </p>
      <ul>
        {power.cannot.map((line) => (
          <li key={line.id}>{i18n._(line)}</li>
        ))}
      </ul>
    </section>
  )
}

function TrusteesCard({ round }: { round: Round }) {
  const { number } = useFormats()
  const trustees: readonly Address[] = useTrustees(round)
  const { threshold } = round.rules
  return (
    <PowerCard power={powers.trustee}>
      <p>
        <Trans>
          {number(trustees.length)}곳 중 {number(threshold)}곳이 모여야
          열립니다.
        </Trans>
      </p>
      <ol>
        {trustees.map((trustee) => (
          <li key={trustee}>
            <Digest value={trustee} />
          </li>
        ))}
      </ol>
    </PowerCard>
  )
}

function Limits({ round }: { round: Round }) {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const { threshold } = round.rules
  return (
    <section className="stack text-blocks" aria-labelledby="limits">
      <h2 id="limits">
        <Trans>막지 못하는 것</Trans>
      </h2>
      <Notice>
        <ul className="stack stack--tight">
          <li>
            {threshold === 1 ? (
              <Trans>
                열쇠지기: 한 곳이 마음먹으면 마감 전에 심사표를 열어 볼 수
                있습니다.
              </Trans>
            ) : (
              <Trans>
                열쇠지기 {number(threshold)}곳의 담합: 함께 마음먹으면 마감 전에
                심사표를 열어 볼 수 있습니다.
              </Trans>
            )}
          </li>
          {limits.map((limit) => (
            <li key={limit.id}>{i18n._(limit)}</li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}

export default RolesPage
