/** Text for a terminal: aligned tables, and names with nothing harmful in them. */

export type Column = {
  heading: string
  align?: 'right'
}

const segmenter = new Intl.Segmenter()
// East Asian wide and full-width characters, and emoji, take two cells.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

/** Rows under headings; columns as wide as their longest cell. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const headings = columns.map(({ heading }) => heading)
  return renderRows(columns, [headings, ...rows])
}

/** The same without headings. */
export function renderRows(
  columns: readonly Pick<Column, 'align'>[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map((_, index) =>
    Math.max(...rows.map((cells) => displayWidth(cells[index] ?? ''))),
  )
  return rows
    .map((cells) =>
      columns
        .map(({ align }, index) =>
          pad(cells[index] ?? '', widths[index] ?? 0, align),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line without control and formatting characters, at most so wide. */
export function oneLine(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()
  if (displayWidth(plain) <= most) return plain
  let kept = ''
  let width = 0
  for (const { segment } of segmenter.segment(plain)) {
    width += widthOf(segment)
    if (width > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment)
  return width
}

/** 1234567 → 1,234,567 */
export function grouped(value: number | bigint): string {
  return value.toLocaleString('en-US')
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

function widthOf(segment: string): number {
  return wide.test(segment) ? 2 : 1
}

function pad(text: string, width: number, align?: 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? spaces + text : text + spaces
}
