/** A list whose items can be added and taken away. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

export type RowsProps<item> = {
  label: ReactNode
  hint?: ReactNode
  items: readonly item[]
  /** What a new one begins with. */
  fresh: item
  addLabel: ReactNode
  onChange: (items: item[]) => void
  children: (
    item: item,
    index: number,
    change: (item: item) => void,
  ) => ReactNode
}

export function Rows<item>(props: RowsProps<item>) {
  const { addLabel, children, fresh, hint, items, label, onChange } = props
  return (
    <fieldset className="stack">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      {items.map((item, index) => (
        // Nothing else tells two of them apart.
        <div className="card stack stack--tight" key={index}>
          {children(item, index, (changed) => {
            onChange(items.map((one, at) => (at === index ? changed : one)))
          })}
          <p>
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                onChange(items.filter((_, at) => at !== index))
              }}
            >
              <Trans>{index + 1}번째 빼기</Trans>
            </button>
          </p>
        </div>
      ))}
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            onChange([...items, fresh])
          }}
        >
          {addLabel}
        </button>
      </p>
    </fieldset>
  )
}
