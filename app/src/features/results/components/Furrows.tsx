/** Hatches of the two halves, for charts: level is half A, upright is half B. */

export type Half = 0 | 1

export function Furrows({ half, id }: { half: Half; id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
      <path
        d={half === 0 ? 'M0 1h5' : 'M1 0v5'}
        className={half === 0 ? 'ink-a' : 'ink-b'}
        strokeWidth="2"
      />
    </pattern>
  )
}

/** Stands before the name of a half. */
export function Swatch({ half }: { half: Half }) {
  return (
    <span
      className={`swatch ${half === 0 ? 'furrows-a' : 'furrows-b'}`}
      aria-hidden="true"
    />
  )
}
