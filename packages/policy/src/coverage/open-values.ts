/** Values that nobody has set, and dates on which somebody has to look at a value again. */
import { chooseParameters } from '../packs/assemble.ts'
import { lineage, type PackSet } from '../packs/pack.ts'

export interface OpenValue {
  readonly parameter: string
  /** The pack whose text leaves it open, and the clause. */
  readonly leftOpenBy: string
  readonly document: string
  readonly clause: string
  /** Every pack for which there is no value. */
  readonly packs: readonly string[]
}

/** As things stand after the last date that is written anywhere. */
export function openValues({ packs }: PackSet, only: string | null = null): OpenValue[] {
  const open = new Map<string, OpenValue & { packs: string[] }>()
  for (const pack of packs.values()) {
    if (pack.example || (only !== null && pack.name !== only)) continue
    for (const { parameter, chosen } of chooseParameters(lineage(packs, pack.name), '9999-12-31').values()) {
      if (!chosen || chosen.entry.value !== null) continue
      const { document, clause } = chosen.entry.citation
      const key = [parameter.name, chosen.pack, document, clause].join(' ')
      const known = open.get(key) ?? {
        parameter: parameter.name,
        leftOpenBy: chosen.pack,
        document,
        clause,
        packs: [],
      }
      known.packs.push(pack.name)
      open.set(key, known)
    }
  }
  return [...open.values()]
}
