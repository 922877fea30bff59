/** Saves rows as a table that office programs open. */
import Papa from 'papaparse'
import { saveFile } from '../../../components/saveFile.ts'

export function saveCsv(name: string, rows: readonly object[]): void {
  // A cell that begins with = would be run by some programs.
  const text = Papa.unparse([...rows], { escapeFormulae: true })
  // Without this mark some programs take Korean for something else.
  saveFile(name, `\uFEFF${text}`, 'text/csv;charset=utf-8')
}
