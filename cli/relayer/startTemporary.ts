/** A relayer of this process with an embedded database, gone when it stops. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Fields } from '../../relayer/log.ts'

export type TemporaryRelayer = { url: string; stop(): Promise<void> }

/** `onTrouble` hears what its log says of anything that went wrong. */
export async function startTemporary(
  env: Readonly<Record<string, string>>,
  onTrouble: (trouble: Fields) => void,
): Promise<TemporaryRelayer> {
  // Only here: its database and its server take a while to load.
  const [{ readConfig }, { startRelayer }] = await Promise.all([
    import('../../relayer/config/readConfig.ts'),
    import('../../relayer/startRelayer.ts'),
  ])
  const folder = await mkdtemp(path.join(tmpdir(), 'dure-relayer-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const config = readConfig({ ...env, DURE_DATA_FOLDER: folder })
    const relayer = await startRelayer(config, (event, fields = {}) => {
      if (event === 'trouble') onTrouble(fields)
    })
    return {
      url: relayer.url,
      async stop() {
        await relayer.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
