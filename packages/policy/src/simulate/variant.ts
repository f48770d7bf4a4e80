/** One set of rules that a simulation applies to every household: today's, or a draft. */
import { decisionKernel } from '../columnar/decide-many.ts'
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
