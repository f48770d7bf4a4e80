/** What can be chosen of a pack: its programmes, their categories, and the values that a draft may change. */
import type { Parameter } from '../params/parameter.ts'
import type { Wording } from '../schema/citation.ts'
import type { CompiledProgramme } from './compile.ts'
import { lineage, type PackSet } from './pack.ts'
import { boundText, settingText } from './standards.ts'

export interface ProgrammeChoice {
  readonly id: string
  readonly title: Wording
}

/** Its own and those it inherits, in the order in which the packs name them. */
export function programmesOf({ packs }: PackSet, pack: string): { id: string; title: Wording }[] {
  const found = lineage(packs, pack).flatMap(({ programmes }) =>
    [...programmes].flatMap(([id, { programme }]) => (programme ? [[id, programme.title] as const] : [])),
  )
  return [...new Map(found)].map(([id, title]) => ({ id, title }))
}

/** The categories into which the programme puts a household, by id. */
export function categoriesOf({ internals: { assembly } }: CompiledProgramme): Record<string, Wording> {
  const named = assembly.programme?.decision.category
  const rule = named && assembly.rules.get(named.rule)?.rule
  if (!rule) return {}
  return Object.fromEntries(
    [...rule.optionLabels].map(([text, label]) => [rule.optionIds.get(text) ?? text, label] as const),
  )
}

export interface ParameterChoice {
  readonly id: string
  readonly name: string
  readonly label: Wording
  readonly type: Exclude<Parameter['type'], 'choices'>
  readonly unit: string
  readonly options: { value: string; label: Wording }[]
  readonly min: string | null
  readonly max: string | null
  readonly decimals: number
  /** As a pack writes it; null when it is not set. */
  readonly value: string | null
}

/** What no formula reads (several of a closed list) changes nothing and is not offered. */
export function parameterChoices({ parameters }: CompiledProgramme): ParameterChoice[] {
  return parameters.flatMap(({ parameter, setting }) => {
    const { id, name, label, type, unit, decimals } = parameter
    if (type === 'choices') return []
    return {
      ...{ id, name, label, type, unit, decimals },
      options: [...parameter.optionLabels].map(([value, text]) => ({ value, label: text })),
      ...{ min: boundText(parameter.min), max: boundText(parameter.max) },
      value: setting === null ? null : settingText(setting),
    }
  })
}
