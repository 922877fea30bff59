/** Trustees by number and address, with the own one marked. */
import { Trans } from '@lingui/react/macro'
import type { Address } from 'viem'

export type TrusteeNamesProps = {
  numbers: readonly number[]
  trustees: readonly Address[]
  /** 0: none of them. */
  own: number
}

export function TrusteeNames({ numbers, own, trustees }: TrusteeNamesProps) {
  return (
    <ul className="trustee-names">
      {numbers.map((number) => (
        <li key={number}>
          <Trans>열쇠지기 {number}번</Trans>
          {number === own && (
            <>
              {' '}
              <span className="state">
                <Trans>나</Trans>
              </span>
            </>
          )}{' '}
          <code>{trustees[number - 1]}</code>
        </li>
      ))}
    </ul>
  )
}
