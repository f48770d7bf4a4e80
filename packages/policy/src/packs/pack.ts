/** A set of packs in memory, and the lines of inheritance through it. */
import type { DatedValue, Parameter } from '../params/parameter.ts'
import type { Place } from '../problem.ts'
import type { CasesFile } from './cases-file.ts'
import type { DocumentsPiece } from './documents-file.ts'
import type { FormFile } from './form-file.ts'
import type { DocumentEntry, PackHeader } from './pack-file.ts'
import type { ParameterCheck } from './parameters-file.ts'
import type { ProcedurePiece } from './procedure-file.ts'
import type { ProgrammeFile } from './programme-file.ts'
import type { RulesFile } from './rules-file.ts'

export interface Pack extends PackHeader {
  readonly folder: string
  readonly place: Place
  readonly declared: readonly Parameter[]
  readonly entries: ReadonlyMap<string, readonly DatedValue[]>
  readonly checks: readonly ParameterCheck[]
  readonly reviews: readonly Review[]
  readonly programmes: ReadonlyMap<string, ProgrammeLayer>
}

/** A parameter whose values in this pack have to be looked at again when the day has passed. */
export interface Review {
  readonly parameter: string
  readonly by: string
  readonly place: Place
}

/** What one pack says about one programme; a lower pack may say only a part. */
export interface ProgrammeLayer {
  readonly programme?: ProgrammeFile
  readonly form?: FormFile
  readonly rules?: RulesFile
  readonly procedure?: readonly ProcedurePiece[]
  readonly documents?: readonly DocumentsPiece[]
}

export interface PackSet {
  readonly packs: ReadonlyMap<string, Pack>
  readonly cases: readonly CasesFile[]
  /** Packs with errors, which nothing is evaluated with. */
  readonly broken: ReadonlySet<string>
  readonly contentHash: string
}

/** The pack and everything above it, the nation first. Circles have been reported; here they just end. */
export function lineage(packs: ReadonlyMap<string, Pack>, name: string): Pack[] {
  const line: Pack[] = []
  for (let pack = packs.get(name); pack && !line.includes(pack); pack = packs.get(pack.inherits ?? ''))
    line.unshift(pack)
  return line
}

export function documentsOf(line: readonly PackHeader[]): ReadonlyMap<string, DocumentEntry> {
  return new Map(line.flatMap(pack => [...pack.documents]))
}
