/** Which clauses a pack rests on: every value, formula, check, question, step and paper that cites one. */
import type { Citation } from '../schema/citation.ts'
import type { Pack, ProgrammeLayer } from './pack.ts'
import type { ProcedurePiece } from './procedure-file.ts'

export type CitedBy = 'parameter' | 'rule' | 'check' | 'field' | 'procedure' | 'papers'

export interface CitedClause {
  /** The very citation that stands in the pack, so that what an evaluation used can be found again. */
  readonly citation: Citation
  readonly by: CitedBy
  readonly name: string
  /** Null for what holds in every programme. */
  readonly programme: string | null
  readonly from: string | null
  /** The entry says that the clause gives no value. */
  readonly unset: boolean
}

export function clausesCitedIn(pack: Pack): CitedClause[] {
  const parameters = [...pack.entries].flatMap(([name, entries]) =>
    entries.map(entry => cited(entry.citation, 'parameter', name, null, entry.from, entry.value === null)),
  )
  const checks = pack.checks.map(check => cited(check.citation, 'check', check.name, null, check.from))
  const programmes = [...pack.programmes].flatMap(([programme, layer]) => citedInProgramme(programme, layer))
  return [...parameters, ...checks, ...programmes].filter(({ citation }) => citation.document !== '')
}

function citedInProgramme(programme: string, layer: ProgrammeLayer): CitedClause[] {
  const declared = (layer.rules?.declared ?? []).map(({ rule, versions }) => ({ name: rule.name, versions }))
  const rules = [...declared, ...(layer.rules?.overrides ?? [])].flatMap(({ name, versions }) =>
    versions.map(version => cited(version.citation, 'rule', name, programme, version.from)),
  )
  const fields = (layer.form?.fields ?? []).flatMap(({ field }) =>
    field.citation ? [cited(field.citation, 'field', field.name, programme, null)] : [],
  )
  const papers = (layer.documents ?? []).flatMap(piece =>
    [...piece.required, ...piece.onlyIfNotShared, ...piece.neverDemanded].map(paper =>
      cited(paper.citation, 'papers', paper.name['zh-CN'], programme, piece.from),
    ),
  )
  const steps = (layer.procedure ?? []).flatMap(piece =>
    stepsOf(piece).map(({ name, citation }) => cited(citation, 'procedure', name, programme, piece.from)),
  )
  return [...rules, ...fields, ...papers, ...steps]
}

function stepsOf(piece: ProcedurePiece): { name: string; citation: Citation }[] {
  const named = [...piece.stages, ...piece.clocks].map(({ id, name, citation }) => ({
    name: name?.['zh-CN'] ?? id,
    citation,
  }))
  const extensions = piece.clocks.map(({ id, name, extension }) => ({
    name: `${name?.['zh-CN'] ?? id}延长`,
    citation: extension?.citation,
  }))
  const separations = piece.separations.map(({ id, citation }) => ({ name: id, citation }))
  const sections = [
    { name: '入户人数', citation: piece.sections.surveyors?.citation },
    { name: '决定层级', citation: piece.sections.decision?.citation },
    { name: '发放', citation: piece.sections.payment?.citation },
    { name: '核对', citation: piece.verificationCitation },
  ]
  return [...named, ...extensions, ...separations, ...sections].flatMap(({ name, citation }) =>
    citation ? [{ name, citation }] : [],
  )
}

function cited(
  citation: Citation,
  by: CitedBy,
  name: string,
  programme: string | null,
  from: string | null,
  unset = false,
): CitedClause {
  return { citation, by, name, programme, from, unset }
}
