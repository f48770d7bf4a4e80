/**
 * A programme on a day, compiled once: what casework asks it. Compiling reads only the edition, so the answer for an
 * edition, pack, programme and date never changes and may be kept.
 */
import {
  type CompiledProgramme,
  compile,
  type DocumentRules,
  type Evaluation,
  evaluate,
  type Form,
  type Procedure,
  type Situation,
} from '@doudi/policy'
import type { Work } from '#platform/database/work.ts'
import { currentEdition, editionByHash, editionInUse } from './current-edition.ts'
import type { Edition } from './edition.ts'
import { problems } from './problems.ts'

export interface ProgrammeOnDay {
  readonly pack: string
  readonly programme: string
  /** YYYY-MM-DD: chooses parameters, rules, form and procedure. */
  readonly date: string
}

export interface EvaluationInput extends ProgrammeOnDay {
  readonly situation: Situation
}

const compiled = new Map<string, CompiledProgramme>()
const KEPT = 500

export function programmeOf(edition: Edition, { pack, programme, date }: ProgrammeOnDay): CompiledProgramme {
  const key = [edition.hash, pack, programme, date].join('|')
  const ready = compiled.get(key) ?? compile(edition.packs, { pack, programme, date })
  compiled.delete(key)
  compiled.set(key, ready)
  const oldest = compiled.keys().next().value
  if (compiled.size > KEPT && oldest !== undefined) compiled.delete(oldest)
  return ready
}

/** How the programme is decided on a day: stages, clocks, separations. */
export async function procedureFor(work: Work, pack: string, programme: string, date: string): Promise<Procedure> {
  const { procedure } = programmeOf(await editionInUse(work), { pack, programme, date })
  if (!procedure) throw problems.of('policies.no-procedure', { pack, programme, date })
  return procedure
}

/** What the programme asks a household. */
export async function formFor(work: Work, pack: string, programme: string, date: string): Promise<Form> {
  return programmeOf(await editionInUse(work), { pack, programme, date }).form
}

/** Which papers may be asked for. */
export async function documentsFor(work: Work, pack: string, programme: string, date: string): Promise<DocumentRules> {
  return programmeOf(await editionInUse(work), { pack, programme, date }).documents
}

/** Everything in force, for pages that show the rules. */
export async function programmeInForce(work: Work, on: ProgrammeOnDay): Promise<CompiledProgramme> {
  return programmeOf(await editionInUse(work), on)
}

/** Works a situation out with the edition in use; keep `edition` beside the result. */
export async function evaluateFor(
  work: Work,
  input: EvaluationInput,
): Promise<{ evaluation: Evaluation; edition: string }> {
  const edition = await currentEdition(work)
  return { evaluation: evaluate(programmeOf(edition, input), input.situation), edition: edition.hash }
}

/** Works it out again with the edition a decision was made with. */
export async function evaluateEdition(work: Work, hash: string, input: EvaluationInput): Promise<Evaluation> {
  return evaluate(programmeOf(await editionByHash(work, hash), input), input.situation)
}
