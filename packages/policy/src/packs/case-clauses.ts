/** The clauses that cases claim to show: each must be one that something in the pack, or above it, really cites. */
import { mostSimilar } from '../check/similar.ts'
import type { CaseClause, PolicyCase } from './cases-file.ts'
import { clausesCitedIn } from './cited.ts'
import { documentsOf, lineage, type Pack } from './pack.ts'
import type { Report } from './report.ts'

export function checkCaseClauses(cases: readonly PolicyCase[], packs: ReadonlyMap<string, Pack>, report: Report): void {
  const lines = new Map<string, CitedLine>()
  for (const one of cases) {
    if (one.clauses.length === 0 || !packs.has(one.pack)) continue
    const line = lines.get(one.pack) ?? citedBy(lineage(packs, one.pack))
    lines.set(one.pack, line)
    for (const clause of one.clauses) checkClause(clause, line, report)
  }
}

interface CitedLine {
  readonly documents: ReadonlySet<string>
  /** Document id → clause texts, in the order in which they are met. */
  readonly clauses: ReadonlyMap<string, ReadonlySet<string>>
}

function citedBy(line: readonly Pack[]): CitedLine {
  const clauses = new Map<string, Set<string>>()
  for (const { citation } of line.flatMap(clausesCitedIn))
    clauses.set(citation.document, (clauses.get(citation.document) ?? new Set()).add(citation.clause))
  return { documents: new Set(documentsOf(line).keys()), clauses }
}

function checkClause({ document, clause, place }: CaseClause, line: CitedLine, report: Report): void {
  if (!line.documents.has(document)) {
    const similar = mostSimilar(document, line.documents)
    report.error('case.unknown-document', place, { document, known: similar ?? [...line.documents].join('、') })
    return
  }
  const known = line.clauses.get(document) ?? new Set<string>()
  if (known.has(clause)) return
  const similar = mostSimilar(clause, known)
  report.error('case.clause-not-cited', place, { document, clause, known: similar ?? [...known].join('、') })
}
