/**
 * The sentences of a programme with a household's values put in: why it was decided so, and the sum step by
 * step. A sentence whose values are unset is left out rather than told with a hole.
 */
import { Problem } from '@doudi/kernel'
import type { Evaluation, ShownValue, WorkedSumLine } from '../evaluation.ts'
import type { Run } from '../interpret/run.ts'
import type { CompiledProgramme, PreparedSentence } from '../packs/compile.ts'
import { parseRational } from '../rational/rational.ts'
import type { Citation } from '../schema/citation.ts'
import { showNumber } from './display.ts'
import { place } from './places.ts'

export type Lookup = (name: string) => ShownValue

export function explain(programme: CompiledProgramme, run: Run, lookup: Lookup): Evaluation['explanation'] {
  const said = programme.internals.explanation.flatMap(sentence => say(sentence, programme, run, lookup))
  return { 'zh-CN': said.map(line => line['zh-CN']), en: said.map(line => line.en) }
}

export function workedSum(programme: CompiledProgramme, run: Run, lookup: Lookup): WorkedSumLine[] {
  return programme.internals.workedSum.flatMap(sentence => say(sentence, programme, run, lookup))
}

function say(prepared: PreparedSentence, programme: CompiledProgramme, run: Run, lookup: Lookup): WorkedSumLine[] {
  try {
    if (prepared.when && run.once(prepared.when) !== true) return []
    const clause = clauseOf(prepared, programme)
    const { text } = prepared.sentence
    return [
      {
        'zh-CN': fillIn(text['zh-CN'], 'zh-CN', lookup) + (clause ? `（依据：${clause}）` : ''),
        en: fillIn(text.en, 'en', lookup) + (clause ? ` (${clause})` : ''),
      },
    ]
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}

function fillIn(text: string, locale: 'zh-CN' | 'en', lookup: Lookup): string {
  return text.replace(place, (_, name: string, bare: string) => {
    const shown = lookup(name)
    const number = bare === '' || typeof shown.value !== 'string' ? null : parseRational(shown.value)
    return number ? showNumber(number) : shown.display[locale]
  })
}

function clauseOf({ sentence }: PreparedSentence, programme: CompiledProgramme): string | null {
  const chosen = sentence.clauseOf === null ? undefined : programme.internals.assembly.rules.get(sentence.clauseOf)
  return chosen ? cite(chosen.version.citation) : null
}

/** 《title（number）》clause */
function cite({ title, clause }: Citation): string {
  return `《${title}》${clause}`
}
