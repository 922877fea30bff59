/** The configuration, for every component below the app. */
import { createContext, use } from 'react'
import type { Config } from './config.ts'

export const ConfigContext = createContext<Config | undefined>(undefined)

export function useConfig(): Config {
  const config = use(ConfigContext)
  if (!config) throw new Error('There is no configuration above this.')
  return config
}
