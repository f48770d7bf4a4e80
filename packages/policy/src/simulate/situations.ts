/** Situations of a register as batches for every variant. One that does not fit the form is counted, not refused. */
import { Problem } from '@doudi/kernel'
import type { Batch } from '../columnar/batch.ts'
import { batchOfFacts } from '../columnar/situations.ts'
import type { Situation } from '../evaluation.ts'
import { readSituation } from '../interpret/facts.ts'
import type { FactTable } from '../interpret/run.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Variant } from './variant.ts'

export function situationBatches(variants: readonly Variant[], situations: readonly Situation[]): Batch[] {
  const read = new Map<string, (FactTable | null)[]>()
  return variants.map(({ programme, kernel }) => {
    // Drafts mostly change values, not questions: what one form has read serves them all.
    const form = JSON.stringify(programme.form.fields)
    const facts = read.get(form) ?? situations.map(situation => readOrNull(programme, situation))
    read.set(form, facts)
    return batchOfFacts(programme, kernel.lowered, facts)
  })
}

function readOrNull({ internals }: CompiledProgramme, situation: Situation): FactTable | null {
  try {
    return readSituation(situation, internals.reader)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
