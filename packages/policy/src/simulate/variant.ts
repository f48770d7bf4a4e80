/** One set of rules that a simulation applies to every household: today's, or a draft. */
import type { Batch, Decisions } from '../columnar/batch.ts'
import { decideMany, decisionKernel } from '../columnar/decide-many.ts'
import type { Kernel } from '../columnar/kernel.ts'
import type { CompiledProgramme } from '../packs/compile.ts'

export interface Variant {
  /** How the result calls it: `current`, `draft`, … */
  readonly name: string
  readonly programme: CompiledProgramme
  readonly kernel: Kernel
}

export function variantOf(name: string, programme: CompiledProgramme): Variant {
  return { name, programme, kernel: decisionKernel(programme) }
}

/** `batches` has one for each variant, with the columns of its kernel. */
export function decideAll(variants: readonly Variant[], batches: readonly Batch[]): Decisions[] {
  return variants.map(({ programme, kernel }, i) => decideMany(programme, kernel, batches[i]!))
}
