/** What is known about a family in one case, side by side, as the console shows it and the computation takes it. */
import { type CalendarDate, fen, formatDate, formatYuan, parseYuan } from '@doudi/kernel'
import type { Field } from '@doudi/policy'
import { formFor } from '#modules/policies/index.ts'
import { type FactValue, factsOfCase } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
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

export function displayOf(value: FactValue, field: Field | undefined): string {
  if (value === null) return '说不准'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field?.type === 'choice')
    return field.options.find(({ id, value: text }) => id === value || text === value)?.label['zh-CN'] ?? String(value)
  if (field?.type === 'date') return formatDate(value as CalendarDate)
  if (field?.unit.startsWith('元'))
    return `${formatYuan(fen(parseYuan(String(value))), { decimals: 'when-needed' })} ${field.unit}`
  return field?.unit ? `${value} ${field.unit}` : String(value)
}
