/** Reads the written table of who may what (`oracle.yaml`). It knows nothing of the program's own role table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type Reach = 'own' | 'anywhere' | 'nothing' | 'household'

export interface Rule {
  readonly kind: string
  /** Role → how far; `everybody` and `signed-in` stand for all who are. */
  readonly may: ReadonlyMap<string, Reach>
}

interface Table {
  readonly areas: Readonly<Record<string, 'village' | 'town' | 'county'>>
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly routes: Readonly<Record<string, string>>
}

const table = parse(readFileSync(join(import.meta.dirname, 'oracle.yaml'), 'utf8')) as Table

export const staffRoles = Object.keys(table.areas)
export const levelOf = (role: string) => table.areas[role]

export const oracle: ReadonlyMap<string, Rule> = new Map(
  Object.entries(table.routes).map(([address, line]) => [address, ruleOf(line)]),
)

function ruleOf(line: string): Rule {
  const [kind = '', ...who] = line.split(' ')
  const may = new Map<string, Reach>()
  for (const word of who) {
    const [name = '', reach = 'own'] = word.split(':')
    for (const role of table.groups[name] ?? [name]) may.set(role, reach as Reach)
  }
  return { kind, may }
}
