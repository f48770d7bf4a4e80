/** What is known about a family in one case, side by side, as the console shows it and the computation takes it. */
import { type CalendarDate, fen, formatDate, formatYuan, parseYuan } from '@doudi/kernel'
import { type Field, withUnit } from '@doudi/policy'
import { formFor } from '#modules/policies/index.ts'
import { type FactValue, factsOfCase } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import type { Wording } from './case-words.ts'
import { type ComparedFact, compareFacts, type FactSide } from './compare-facts.ts'
import type { ComparedFactReply } from './evidence-contract.ts'

export interface CaseFacts {
  readonly fields: readonly Field[]
  readonly facts: readonly ComparedFact[]
}

/** The form of the day on which the case was handed in: what was asked then is what is compared. */
export async function caseFacts(work: Work, row: CaseRow): Promise<CaseFacts> {
  const { fields } = await formFor(work, row.pack, row.programme, row.submitted_on)
  return { fields, facts: compareFacts(row.state, fields, await factsOfCase(work, row.id)) }
}

export async function factsReply(work: Work, row: CaseRow): Promise<{ items: ComparedFactReply[] }> {
  const { fields, facts } = await caseFacts(work, row)
  const fieldOf = new Map(fields.map(field => [field.id, field]))
  return { items: facts.map(fact => replyOf(fact, fieldOf.get(fact.field))) }
}

function replyOf(fact: ComparedFact, field: Field | undefined): ComparedFactReply {
  const shown = (side: FactSide | null) =>
    side && { ...side, asOf: side.asOf as CalendarDate, display: displayOf(side.value, field) }
  const { label, unit, person, differs, resolution } = fact
  return {
    ...{ field: fact.field, label, unit, differs, resolution },
    ...{ personId: person?.personId ?? null, personName: person?.name ?? null },
    ...{ declared: shown(fact.declared), found: shown(fact.found), visit: shown(fact.visit), used: shown(fact.used) },
  }
}

/** A value as people read it, with its unit, in both languages. */
export function displayOf(value: FactValue, field: Field | undefined): Wording {
  if (value === null) return { zh: '说不准', en: 'not sure' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (field?.type === 'choice') return labelOf(String(value), field)
  if (field?.type === 'date') {
    const day = value as CalendarDate
    return { zh: formatDate(day), en: formatDate(day, 'en') }
  }
  const number = field?.unit.startsWith('元')
    ? formatYuan(fen(parseYuan(String(value))), { decimals: 'when-needed' })
    : String(value)
  const shown = withUnit(number, field?.unit ?? '')
  return { zh: shown['zh-CN'], en: shown.en }
}

function labelOf(value: string, { options }: Field): Wording {
  const label = options.find(({ id, value: text }) => id === value || text === value)?.label
  return { zh: label?.['zh-CN'] ?? value, en: label?.en ?? value }
}
