/**
 * What a visit saw as facts of the case, under the ids of the pack's form. Only what changed since the form before
 * becomes a new fact. Pure.
 */
import type { VisitRecord } from '@doudi/sync'
import { incomeField, monthlyYuan, yuanText } from '#modules/casework/index.ts'

export interface SeenFact {
  readonly personId: string | null
  readonly field: string
  readonly value: string | number | boolean | null
}

export function visitFacts(form: VisitRecord, before: VisitRecord = {}): SeenFact[] {
  const known = new Map(allFacts(before).map(fact => [`${fact.personId} ${fact.field}`, fact.value]))
  return allFacts(form).filter(fact => known.get(`${fact.personId} ${fact.field}`) !== fact.value)
}

function allFacts(form: VisitRecord): SeenFact[] {
  return [...incomesSeen(form), ...propertySeen(form)]
}

/** Incomes that answer the same question of the form add up. */
function incomesSeen({ incomes = [] }: VisitRecord): SeenFact[] {
  const byQuestion = Map.groupBy(incomes, ({ personId, kind }) => `${personId} ${incomeField[kind]}`)
  return [...byQuestion].map(([question, items]) => {
    const [personId = '', field = ''] = question.split(' ')
    return { personId, field, value: monthlyYuan([...items]) }
  })
}

function propertySeen({ property = {} }: VisitRecord): SeenFact[] {
  const { depositsFen, vehicles, homes, business } = property
  const facts: Record<string, SeenFact['value'] | undefined> = {
    deposits: depositsFen === undefined ? undefined : yuanText(BigInt(depositsFen)),
    vehicles,
    homes,
    business,
  }
  return Object.entries(facts).flatMap(([field, value]) =>
    value === undefined ? [] : [{ personId: null, field, value }],
  )
}
