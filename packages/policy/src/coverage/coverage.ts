/** Clause → the values and formulas that rest on it → the cases that show it; and the clauses without any. */
import { type CaseKind, caseKinds, type PolicyCase } from '../packs/cases-file.ts'
import { type CitedClause, clausesCitedIn } from '../packs/cited.ts'
import { lineage, type Pack, type PackSet } from '../packs/pack.ts'
import { type DocumentEntry, fullTitle } from '../packs/pack-file.ts'
import type { Citation } from '../schema/citation.ts'
import { type CaseName, nameOf } from './case-name.ts'
import { compareClauses } from './clause-order.ts'
import { parametersReadByFormulas } from './read-by-formulas.ts'
import { citationsReadIn } from './read-in-case.ts'

export interface DocumentCoverage {
  readonly id: string
  readonly title: string
  /** The pack that lists the document. */
  readonly pack: string
  readonly clauses: readonly ClauseCoverage[]
}

/**
 * `computed`: a formula or check rests on it, or a value that one of them reads, so that cases can show it.
 * `recorded`: only values that none of them reads. `procedural`: only steps, questions and papers.
 */
export type ClauseUse = 'computed' | 'recorded' | 'procedural'

export interface ClauseCoverage {
  readonly clause: string
  readonly use: ClauseUse
  readonly rests: readonly Rests[]
  /** Cases that name the clause, by what they say of it; those without a kind are `named`. */
  readonly shown: Readonly<Record<CaseKind | 'named', readonly CaseName[]>>
  /** Cases whose answer read something that rests on the clause, whether they name it or not. */
  readonly readIn: readonly CaseName[]
}

export interface Rests extends Omit<CitedClause, 'citation'> {
  readonly pack: string
  readonly unverified: boolean
}

export function coverClauses(packs: PackSet, only: string | null = null): DocumentCoverage[] {
  const read = parametersReadByFormulas(packs)
  const cases = packs.cases.flatMap(file => file.cases).filter(one => packs.packs.has(one.pack))
  const readers = readersOf(packs, cases)
  const documents = new Map<string, { pack: string; document: DocumentEntry; gathering: Map<string, Gathered> }>()
  const clauseOf = (from: Pack, id: string, clause: string): Gathered | null => {
    const owner = ownerOf(packs, from, id)
    if (!owner || owner.document.example) return null
    const key = `${owner.pack} ${id}`
    const known = documents.get(key) ?? { ...owner, gathering: new Map<string, Gathered>() }
    documents.set(key, known)
    const gathered = known.gathering.get(clause) ?? { cited: [], naming: [] }
    known.gathering.set(clause, gathered)
    return gathered
  }
  for (const pack of packs.packs.values())
    if (only === null || pack.name === only)
      for (const cited of clausesCitedIn(pack))
        clauseOf(pack, cited.citation.document, cited.citation.clause)?.cited.push({ pack: pack.name, ...cited })
  for (const one of cases)
    for (const { document, clause } of one.clauses)
      clauseOf(packs.packs.get(one.pack)!, document, clause)?.naming.push(one)
  return [...documents.values()]
    .map(({ pack, document, gathering }) => ({
      id: document.id,
      title: fullTitle(document),
      pack,
      clauses: [...gathering]
        .filter(([, { cited }]) => cited.length > 0)
        .sort(([a], [b]) => compareClauses(a, b))
        .map(([clause, gathered]) => coverClause(clause, gathered, packs, read, readers)),
    }))
    .filter(({ clauses }) => clauses.length > 0)
    .sort((a, b) => placeOf(packs, a) - placeOf(packs, b))
}

/** Documents stand in the order of the packs, and in a pack in the order in which it lists them. */
function placeOf({ packs }: PackSet, { pack, id }: DocumentCoverage): number {
  const listed = [...packs.values()].flatMap(({ name, documents }) =>
    [...documents.keys()].map(key => `${name} ${key}`),
  )
  return listed.indexOf(`${pack} ${id}`)
}

interface Gathered {
  readonly cited: (CitedClause & { readonly pack: string })[]
  readonly naming: PolicyCase[]
}

type Readers = ReadonlyMap<Citation, readonly CaseName[]>

function readersOf(packs: PackSet, cases: readonly PolicyCase[]): Readers {
  const readers = new Map<Citation, CaseName[]>()
  for (const one of cases)
    for (const citation of citationsReadIn(packs, one))
      readers.set(citation, [...(readers.get(citation) ?? []), nameOf(one)])
  return readers
}

/** The nearest pack, from here upwards, that lists the document. */
function ownerOf(packs: PackSet, from: Pack, id: string): { pack: string; document: DocumentEntry } | null {
  const owner = lineage(packs.packs, from.name).findLast(pack => pack.documents.has(id))
  return owner ? { pack: owner.name, document: owner.documents.get(id)! } : null
}

function coverClause(
  clause: string,
  { cited, naming }: Gathered,
  packs: PackSet,
  read: ReadonlySet<string>,
  readers: Readers,
): ClauseCoverage {
  const ofKind = (kind: CaseKind | null) => naming.filter(one => one.kind === kind).map(nameOf)
  const readIn = new Map(
    cited.flatMap(({ citation }) => readers.get(citation) ?? []).map(one => [`${one.pack} ${one.name}`, one]),
  )
  return {
    clause,
    use: useOf(cited, packs, read),
    rests: cited.map(({ citation, ...rests }) => ({ ...rests, unverified: citation.unverified === true })),
    shown: {
      passes: ofKind('passes'),
      fails: ofKind('fails'),
      boundary: ofKind('boundary'),
      named: ofKind(null),
    },
    readIn: [...readIn.values()],
  }
}

function useOf(cited: Gathered['cited'], packs: PackSet, read: ReadonlySet<string>): ClauseUse {
  const isComputed = ({ by, name, pack }: Gathered['cited'][number]) =>
    by === 'rule' || by === 'check' || (by === 'parameter' && read.has(`${declarerOf(packs, pack, name)} ${name}`))
  if (cited.some(isComputed)) return 'computed'
  return cited.some(({ by }) => by === 'parameter') ? 'recorded' : 'procedural'
}

function declarerOf(packs: PackSet, pack: string, name: string): string | undefined {
  return lineage(packs.packs, pack).find(p => p.declared.some(parameter => parameter.name === name))?.name
}

/** The kinds in which no case shows a computed clause; the others cannot be shown. */
export function kindsMissing({ use, shown }: ClauseCoverage): CaseKind[] {
  return use === 'computed' ? caseKinds.filter(kind => shown[kind].length === 0) : []
}

/** No case names the clause, and none reads anything that rests on it. */
export function isWithoutCase({ shown, readIn }: ClauseCoverage): boolean {
  return readIn.length === 0 && Object.values(shown).every(cases => cases.length === 0)
}
