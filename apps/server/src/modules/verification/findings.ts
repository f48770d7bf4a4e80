/**
 * What a department's rows mean: lines for the report and, where they say something a family also declares, facts.
 * Only known fields are read; a row that does not fit is counted and shown as unread, never guessed at. Pure.
 */
import { fen, formatYuan } from '@doudi/kernel'
import { z } from 'zod'

/** Chinese words: a report is a document of the office. */
export interface Finding {
  readonly label: string
  readonly display: string
}

/** Facts about one person by the field of the form they answer. Amounts of income are fen a month. */
export type FoundField = 'wage' | 'pension' | 'deposits' | 'vehicles' | 'homes' | 'business' | 'diedOn'
export type FoundValue = number | boolean | string

export interface RowsRead {
  readonly findings: readonly Finding[]
  readonly found: Readonly<Partial<Record<FoundField, FoundValue>>>
}

type Rows = readonly Readonly<Record<string, unknown>>[]

interface Source {
  readonly name: string
  /** How the department is addressed. */
  readonly department: string
  readonly read: (rows: Rows) => RowsRead
}

const text = z.string().min(1).max(200)
const amount = z.int().min(0).max(99_999_999_999_99)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One source: the shape of its rows, the line a row makes, the facts all rows together make. */
function source<T>(
  [department, name]: readonly [department: string, name: string],
  row: z.ZodType<T>,
  line: (row: T) => Finding,
  facts: (rows: readonly T[]) => RowsRead['found'],
): Source {
  return {
    name,
    department,
    read: rows => {
      const read = rows.map(given => row.safeParse(given)).flatMap(parsed => (parsed.success ? [parsed.data] : []))
      const unread = rows.length - read.length
      const note = unread > 0 ? [{ label: '看不懂的记录', display: `${unread} 条，请人工查看` }] : []
      return { findings: [...read.map(line), ...note], found: read.length > 0 ? facts(read) : {} }
    },
  }
}

const yuan = (value: number) => `${formatYuan(fen(value))} 元`
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const some = (field: FoundField, value: FoundValue) => (value === 0 || value === false ? {} : { [field]: value })

const vehicleTypes: Readonly<Record<string, string>> = {
  car: '小汽车',
  truck: '货车',
  motorcycle: '摩托车',
  tricycle: '三轮车',
}
const states: Readonly<Record<string, string>> = { normal: '正常', sold: '已转让', scrapped: '已报废' }
const uses: Readonly<Record<string, string>> = { dwelling: '住宅', shop: '商铺', office: '办公', other: '其他' }
const incomes: Readonly<Record<string, string>> = { wage: '工资', pension: '养老金' }

/** By the id a procedure gives the source. */
const sources = {
  registration: source(
    ['civil-registration', '公安（户籍）'],
    z.object({ registered: z.boolean() }),
    ({ registered }) => ({ label: '户籍', display: registered ? '在册' : '已注销' }),
    () => ({}),
  ),
  vehicles: source(
    ['vehicles', '公安（车管）'],
    z.object({ plate: text, type: text, registeredOn: day, state: text }),
    ({ plate, type, registeredOn, state }) => ({
      label: vehicleTypes[type] ?? type,
      display: `${plate}，${registeredOn} 登记，${states[state] ?? state}`,
    }),
    rows => some('vehicles', rows.filter(({ state }) => state === 'normal').length),
  ),
  'real-estate': source(
    ['real-estate', '自然资源（不动产）'],
    z.object({ certificate: text, use: text, areaSquareMetres: z.number().min(0).max(1e6) }),
    ({ certificate, use, areaSquareMetres }) => ({
      label: uses[use] ?? use,
      display: `${certificate}，${areaSquareMetres} 平方米`,
    }),
    rows => some('homes', rows.filter(({ use }) => use === 'dwelling').length),
  ),
  'social-insurance': source(
    ['social-insurance', '人社（社保）'],
    z.object({ kind: z.enum(['wage', 'pension']), monthlyFen: amount, employer: text.optional() }),
    ({ kind, monthlyFen, employer }) => ({
      label: incomes[kind] ?? kind,
      display: `每月 ${yuan(monthlyFen)}${employer ? `，${employer}` : ''}`,
    }),
    rows => ({
      ...some('wage', sum(rows.filter(({ kind }) => kind === 'wage').map(({ monthlyFen }) => monthlyFen))),
      ...some('pension', sum(rows.filter(({ kind }) => kind === 'pension').map(({ monthlyFen }) => monthlyFen))),
    }),
  ),
  business: source(
    ['business-registration', '市场监管'],
    z.object({ registeredName: text, status: z.enum(['active', 'cancelled']), capitalFen: amount.optional() }),
    ({ registeredName, status }) => ({ label: registeredName, display: status === 'active' ? '在营' : '已注销' }),
    rows =>
      some(
        'business',
        rows.some(({ status }) => status === 'active'),
      ),
  ),
  deposits: source(
    ['deposits', '银行（存款）'],
    z.object({ bank: text, accountTail: z.string().regex(/^\d{4}$/), balanceFen: amount }),
    ({ bank, accountTail, balanceFen }) => ({ label: `${bank} 尾号 ${accountTail}`, display: yuan(balanceFen) }),
    rows => some('deposits', sum(rows.map(({ balanceFen }) => balanceFen))),
  ),
  deaths: source(
    ['deaths', '民政（殡葬）'],
    z.object({ diedOn: day }),
    ({ diedOn }) => ({ label: '死亡登记', display: diedOn }),
    ([first]) => (first ? { diedOn: first.diedOn } : {}),
  ),
} as const satisfies Readonly<Record<string, Source>>

const sourceOf = (id: string): Source | undefined => (sources as Readonly<Record<string, Source>>)[id]

/** Facts that belong to the household, not to one of its people: what its members have is added up. */
export const householdFields: readonly FoundField[] = ['deposits', 'vehicles', 'homes', 'business']

export function readRows(sourceId: string, rows: Rows): RowsRead {
  return sourceOf(sourceId)?.read(rows) ?? { findings: [], found: {} }
}

export function sourceName(sourceId: string): string {
  return sourceOf(sourceId)?.name ?? sourceId
}

/** The department behind a source of the procedure; undefined while none is connected. */
export function departmentOf(sourceId: string): string | undefined {
  return sourceOf(sourceId)?.department
}

export interface FoundFact {
  readonly personId: string | null
  readonly field: FoundField
  readonly value: FoundValue
  /** The departments it comes from. */
  readonly sources: readonly string[]
}

/** The facts of a round: a person's own as they are, the household's added up over its people. */
export function factsOfRound(answers: readonly { personId: string; source: string; rows: Rows }[]): FoundFact[] {
  const facts = new Map<string, FoundFact>()
  for (const { personId, source: sourceId, rows } of answers) {
    for (const [name, value] of Object.entries(readRows(sourceId, rows).found)) {
      const field = name as FoundField
      const owner = householdFields.includes(field) ? null : personId
      const key = `${owner} ${field}`
      const before = facts.get(key)
      facts.set(key, {
        personId: owner,
        field,
        value: before && typeof before.value === 'number' && typeof value === 'number' ? before.value + value : value,
        sources: [...new Set([...(before?.sources ?? []), sourceId])],
      })
    }
  }
  return [...facts.values()]
}
