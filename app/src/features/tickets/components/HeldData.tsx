/** What one relayer holds that links people to seats, counted, for everyone to see. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { Loading } from '../../../components/Loading.tsx'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { linksQuery, retentionQuery } from '../api/retentionQueries.ts'
import { nameOfPlace } from '../placeNames.ts'

export type HeldDataProps = { relayer: string; round: Address }

export function HeldData({ relayer, round }: HeldDataProps) {
  const { i18n } = useLingui()
  const { moment, number } = useFormats()
  const links = useQuery(linksQuery(relayer, round))
  const retention = useQuery(retentionQuery(relayer, round))
  const error = links.error ?? retention.error
  if (error) return <KeyTrouble error={error} />
  if (!links.data || !retention.data) return <Loading />
  const { deleteAt, deletedAt } = retention.data
  const left = links.data.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="card stack stack--tight" data-held={left}>
      <h2>
        <Trans>{new URL(relayer).host}에 남은 것</Trans>
      </h2>
      <ul>
        {links.data.map(({ count, place }) => (
          <li key={place}>
            {i18n._(nameOfPlace(place))}: {number(count)}
          </li>
        ))}
      </ul>
      {deletedAt !== null ? (
        <p className="strong">
          {left === 0 ? (
            <Trans>
              {moment(deletedAt)}에 지웠고, 다시 세어 보니 남은 것이 없습니다.
            </Trans>
          ) : (
            <Trans>
              {moment(deletedAt)}에 지웠다고 하지만 {number(left)}건이 남아
              있습니다. 운영하는 곳에 알리세요.
            </Trans>
          )}
        </p>
      ) : deleteAt === null ? (
        <p className="notice notice--warn">
          <Trans>
            지울 날을 아직 정하지 않았습니다. 정하기 전에는 연락처를 받지
            않습니다.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>지울 날: {moment(deleteAt)}</Trans>
        </p>
      )}
    </section>
  )
}
