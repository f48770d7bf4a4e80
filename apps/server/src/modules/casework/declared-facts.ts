/**
 * An application as facts, under the ids of the pack's form. Amounts become yuan as text; 说不准 stays null and is
 * found out later. What the form does not ask but a person should see (why they are in need) is kept beside it.
 */
import type { Fen } from '@doudi/kernel'
import type { Field } from '@doudi/policy'
import type { FactValue } from '#modules/registry/index.ts'
import type { Application } from './application.ts'
import type { CheckedApplication, CheckedMember } from './check-application.ts'

export interface DeclaredFact {
  readonly field: string
  readonly personId: string | null
  readonly value: FactValue
}

/** Which question of the form an income answers. */
export const incomeField: Readonly<Record<Application['members'][number]['incomes'][number]['kind'], string>> = {
  wage: 'wage',
  farming: 'businessIncome',
  business: 'businessIncome',
  property: 'propertyIncome',
  pension: 'pension',
  support: 'maintenance',
  subsidy: 'otherTransfers',
  other: 'otherTransfers',
}

/** The register knows more relations than the rules distinguish. */
const relationInForm: Readonly<Record<string, string>> = {
  self: 'self',
  spouse: 'spouse',
  child: 'child',
  parent: 'parent',
}
/** They owe each other support by law; that they live together is what the application says. */
const supportedByLaw = ['parent', 'grandparent', 'grandchild']

export function declaredFacts(
  checked: CheckedApplication,
  fields: readonly Field[],
  personIds: readonly string[],
): DeclaredFact[] {
  const asked = new Set(fields.map(({ id }) => id))
  const known = ({ field }: DeclaredFact) => asked.has(field) || Object.hasOwn(beyondTheForm, field)
  const people = checked.members.flatMap((member, i) => {
    const personId = personIds[i] ?? null
    return Object.entries(memberFacts(member)).map(([field, value]) => ({ field, personId, value }))
  })
  const household = Object.entries(householdFacts(checked)).map(([field, value]) => ({ field, personId: null, value }))
  return [...people, ...household].filter(known)
}

/** Facts outside the form, and what they are called. */
export const beyondTheForm: Readonly<Record<string, { zh: string; en: string }>> = {
  hardship: { zh: '遇到的困难', en: 'Hardship' },
  hardshipText: { zh: '困难情况说明', en: 'Hardship in their own words' },
  business: { zh: '名下有企业或个体经营', en: 'Owns a business' },
  employed: { zh: '有工作', en: 'Has work' },
  registeredSame: { zh: '户籍地和居住地一致', en: 'Registered where they live' },
  diedOn: { zh: '死亡日期', en: 'Date of death' },
}

function householdFacts({
  property,
  hardship,
  hardshipText,
  residence,
}: CheckedApplication): Record<string, FactValue> {
  return {
    deposits: property.depositsFen === null ? null : yuanText(BigInt(property.depositsFen)),
    vehicles: property.vehicles,
    homes: property.homes,
    business: property.business,
    registeredSame: residence.registeredSame,
    ...(hardship.length > 0 ? { hardship: hardship.join(', ') } : {}),
    ...(hardshipText ? { hardshipText } : {}),
  }
}

function memberFacts(member: CheckedMember): Record<string, FactValue> {
  const { relation, bornOn, registration, employed, disabilityKind, disabilityGrade, seriousIllness, student } = member
  return {
    relation: relationInForm[relation] ?? 'other',
    birthDate: bornOn,
    ...(registration === undefined ? {} : { registration }),
    ...(supportedByLaw.includes(relation) ? { supportedLongTerm: true } : {}),
    ...(employed === undefined ? {} : { employed }),
    ...(disabilityKind === undefined ? {} : { disabilityType: disabilityKind }),
    ...(disabilityGrade === undefined ? {} : { disabilityGrade }),
    ...(seriousIllness === undefined ? {} : { majorIllness: seriousIllness }),
    ...(student === undefined ? {} : { schooling: student ? 'bachelor' : 'none' }),
    ...incomeFacts(member),
    ...(member.socialInsuranceFen === undefined ? {} : { contributions: yuanText(BigInt(member.socialInsuranceFen)) }),
  }
}

/** Incomes of one field add up; one that nobody knows leaves the sum unknown. */
function incomeFacts({ incomes }: CheckedMember): Record<string, FactValue> {
  const byField = Map.groupBy(incomes, ({ kind }) => incomeField[kind])
  return Object.fromEntries([...byField].map(([field, items]) => [field, monthlyYuan(items)]))
}

/**
 * Whole fen a month. Yearly amounts are added before they are divided, once, and the part of a fen is left out, in
 * the family's favour; a monthly amount is never rounded.
 */
export function monthlyYuan(items: CheckedMember['incomes']): string | null {
  if (items.some(({ amountFen }) => amountFen === null)) return null
  const sum = (per: 'month' | 'year') =>
    items.filter(item => item.per === per).reduce((total, { amountFen }) => total + BigInt(amountFen ?? 0), 0n)
  return yuanText(sum('month') + sum('year') / 12n)
}

/** `1200`, `614.67`: the text a policy situation takes. */
export function yuanText(amount: Fen | bigint): string {
  const cents = amount % 100n
  return cents === 0n ? String(amount / 100n) : `${amount / 100n}.${String(cents).padStart(2, '0')}`
}
