/** Saves rows as a table that office programs open. */
import Papa from 'papaparse'

export function saveCsv(name: string, rows: readonly object[]): void {
  // A cell that begins with = would be run by some programs.
  const text = Papa.unparse([...rows], { escapeFormulae: true })
  // Without this mark some programs take Korean for something else.
  const blob = new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
