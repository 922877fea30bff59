/** Where anvil is: npm has it for Linux on x64 only, elsewhere it may be on the PATH. */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const installed = path.join(import.meta.dirname, '../../../node_modules/.bin')

export const anvilMissing =
  'anvil is not here. npm installs it on Linux with x64 (@foundry-rs/anvil-linux-amd64); elsewhere put the one of https://getfoundry.sh on the PATH.'

export function findAnvil(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return [installed, ...folders]
    .map((folder) => path.join(folder, 'anvil'))
    .find(canRun)
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
