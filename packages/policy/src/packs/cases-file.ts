/** `cases/*.yaml`: named examples with the expected answer. They are run as tests, and read as documentation. */
import type { Place } from '../problem.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

export interface PolicyCase {
  readonly name: string
  readonly pack: string
  readonly programme: string
  readonly date: string
  readonly overrides: Readonly<Record<string, string>>
  /** As written; the test hands it to `evaluate` as a situation. */
  readonly situation: {
    readonly household: Readonly<Record<string, string | null>>
    readonly members: readonly Readonly<Record<string, string | null>>[]
  }
  readonly expect: ExpectedAnswer
  /** The clauses that this case shows, each as a formula or value cites it. */
  readonly clauses: readonly CaseClause[]
  readonly kind: CaseKind | null
  /** Number of the worked case of the specification that it answers, by which a reader finds all of them. */
  readonly worked: number | null
  readonly place: Place
}

export interface CaseClause {
  readonly document: string
  readonly clause: string
  readonly place: Place
}

/** Whether a case shows its clauses satisfied, not satisfied, or exactly at their line. */
export const caseKinds = ['passes', 'fails', 'boundary'] as const
export type CaseKind = (typeof caseKinds)[number]

export interface ExpectedAnswer {
  /** Code of the refusal; nothing else is expected then. */
  readonly refused: string | null
  readonly decision: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  /** Names of the checks between parameters that fail, all of them; null when the case is not about them. */
  readonly checks: readonly string[] | null
}

export interface CasesFile {
  readonly file: string
  readonly cases: readonly PolicyCase[]
}

const caseKeys = [
  'name',
  'pack',
  'programme',
  'date',
  'overrides',
  'clauses',
  'kind',
  'worked',
  'situation',
  'expect',
  'note',
]

export function readCasesFile(yaml: Yaml, file: string, packName: string, report: Report): CasesFile {
  const shape = new Shape(yaml, ['pack', 'programme', 'date', 'overrides', 'note', 'cases'], report)
  const shared = {
    pack: shape.optionalText('pack') ?? packName,
    programme: shape.optionalText('programme') ?? 'dibao',
    date: shape.optionalText('date'),
    overrides: readRecord(shape, 'overrides') as Record<string, string>,
  }
  return { file, cases: shape.shapes('cases', caseKeys).map(entry => readCase(entry, shared)) }
}

type Shared = Pick<PolicyCase, 'pack' | 'programme' | 'overrides'> & { readonly date: string | undefined }

function readCase(entry: Shape, shared: Shared): PolicyCase {
  const situation = entry.shape('situation', ['household', 'members'])
  const expect = entry.shape('expect', ['refused', 'decision', 'outputs', 'checks'])
  return {
    name: entry.text('name'),
    pack: entry.optionalText('pack') ?? shared.pack,
    programme: entry.optionalText('programme') ?? shared.programme,
    date: entry.has('date') || shared.date === undefined ? entry.date('date') : shared.date,
    overrides: { ...shared.overrides, ...(readRecord(entry, 'overrides') as Record<string, string>) },
    situation: {
      household: situation ? readRecord(situation, 'household') : {},
      members: situation?.list('members').map(item => recordOf(item, entry.report)) ?? [],
    },
    expect: {
      refused: expect?.optionalText('refused') ?? null,
      decision: expect ? (readRecord(expect, 'decision') as Record<string, string>) : {},
      outputs: expect ? (readRecord(expect, 'outputs') as Record<string, string>) : {},
      checks: expect?.has('checks') ? expect.texts('checks') : null,
    },
    clauses: entry.list('clauses').flatMap(item => readClause(item, entry.report)),
    kind: readKind(entry),
    worked: entry.has('worked') ? entry.wholeNumber('worked') : null,
    place: entry.place,
  }
}

/** `d57 第八条`: the document's id, a blank, the clause. */
function readClause(item: Yaml, report: Report): CaseClause[] {
  const [, document, clause] = (item.kind === 'text' && /^(\S+)\s+(\S.*)$/.exec(item.value.trim())) || []
  if (document && clause) return [{ document, clause, place: item }]
  report.error('case.clause-form', item)
  return []
}

function readKind(entry: Shape): CaseKind | null {
  if (!entry.has('kind')) return null
  if (!entry.has('clauses')) entry.report.error('case.kind-without-clauses', entry.at('kind'))
  return entry.choice('kind', caseKinds)
}

function readRecord(shape: Shape, key: string): Record<string, string | null> {
  const yaml = shape.yaml(key)
  return yaml ? recordOf(yaml, shape.report) : {}
}

/** A flat mapping of names to texts; an empty value or `null` is "not known". */
function recordOf(yaml: Yaml, report: Report): Record<string, string | null> {
  if (yaml.kind !== 'map') {
    report.error('pack.wrong-shape', yaml, { wanted: '一组“键: 值”', wantedEn: 'a mapping' })
    return {}
  }
  return Object.fromEntries(
    [...yaml.entries].map(([key, { value }]) => {
      if (value.kind !== 'text') report.error('pack.wrong-shape', value, { wanted: '一个值', wantedEn: 'a value' })
      const text = value.kind === 'text' ? value.value : ''
      return [key, value.kind === 'text' && !value.quoted && (text === '' || text === 'null') ? null : text]
    }),
  )
}
