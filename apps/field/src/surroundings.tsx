/** What every page may ask for: the app, its state, words in the person's language, the settings. */
import type { Locale } from '@doudi/kernel'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldApp, FieldState } from './field-app.ts'
import type { Settings } from './settings.ts'
import type { Words } from './words/index.ts'

export interface Surroundings {
  readonly app: FieldApp
  readonly state: FieldState
  readonly t: Words
  readonly locale: Locale
  readonly settings: Settings
  readonly changeSettings: (change: Partial<Settings>) => void
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (!surroundings) throw new Error('a page is drawn inside the app')
  return surroundings
}
