/** How the report names a case. */
import type { PolicyCase } from '../packs/cases-file.ts'

export interface CaseName {
  readonly pack: string
  readonly name: string
  /** Parameters that the case sets for itself: what the pack leaves open, or a value that is tried. */
  readonly assumes: readonly string[]
}

export function nameOf({ pack, name, overrides }: PolicyCase): CaseName {
  return { pack, name, assumes: Object.keys(overrides) }
}
