/** W1 as an application would write it by hand: one object for each household and member, ordinary functions. */
import type { categories } from './answers.ts'
import { disabilityKinds, type Population } from './population.ts'

export interface Person {
  readonly age: number
  readonly wageFen: number
  readonly pensionFen: number
  readonly otherIncomeFen: number
  readonly employed: boolean
  readonly disabilityGrade: number
  readonly disabilityKind: (typeof disabilityKinds)[number]
  readonly seriouslyIll: boolean
  readonly student: boolean
}

export interface Family {
  readonly registration: 'urban' | 'rural'
  readonly depositsFen: number
  readonly vehicles: number
  readonly homes: number
  readonly members: readonly Person[]
}

export interface Assessment {
  readonly category: (typeof categories)[number]
  readonly grantFen: number
}

export function familyOf(population: Population, h: number): Family {
  const { offsets } = population
  const members: Person[] = []
  for (let m = offsets[h]!; m < offsets[h + 1]!; m++) members.push(personOf(population, m))
  return {
    registration: population.urban[h] === 1 ? 'urban' : 'rural',
    depositsFen: population.deposits[h]!,
    vehicles: population.vehicles[h]!,
    homes: population.homes[h]!,
    members,
  }
}

function personOf(population: Population, m: number): Person {
  return {
    age: population.age[m]!,
    wageFen: population.wage[m]!,
    pensionFen: population.pension[m]!,
    otherIncomeFen: population.otherIncome[m]!,
    employed: population.employed[m] === 1,
    disabilityGrade: population.grade[m]!,
    disabilityKind: disabilityKinds[population.kind[m]!]!,
    seriouslyIll: population.ill[m] === 1,
    student: population.student[m] === 1,
  }
}

const standards = { urban: 94_000, rural: 72_000 }

export function assess(family: Family): Assessment {
  const standard = standards[family.registration]
  const familyStandard = standard * family.members.length
  const income = family.members.reduce((sum, member) => sum + countedIncome(member, standard), 0)
  if (!propertyFits(family, familyStandard)) return { category: 'none', grantFen: 0 }
  if (income < familyStandard) {
    const supplements = family.members.reduce((sum, member) => sum + supplement(member, standard), 0)
    return { category: 'dibao', grantFen: Math.ceil((familyStandard - income + supplements) / 100) * 100 }
  }
  if (2 * income > 3 * familyStandard) return { category: 'none', grantFen: 0 }
  const singles = family.members.filter(mayBeCoveredSingly).length
  return singles > 0 ? { category: 'single-person', grantFen: singles * standard } : { category: 'edge', grantFen: 0 }
}

function propertyFits({ depositsFen, vehicles, homes }: Family, familyStandard: number): boolean {
  return depositsFen <= 24 * familyStandard && vehicles === 0 && homes <= 1
}

function countedIncome(member: Person, standard: number): number {
  const deduction = member.employed ? Math.min(member.wageFen, (standard * 3) / 10) : 0
  return member.wageFen - deduction + member.pensionFen + member.otherIncomeFen
}

function supplement(member: Person, standard: number): number {
  const byAge = member.age >= 70 || member.age < 18 ? standard / 10 : 0
  return byAge + (isSevere(member) ? standard / 5 : 0)
}

function isSevere({ disabilityGrade, seriouslyIll }: Person): boolean {
  return disabilityGrade === 1 || disabilityGrade === 2 || seriouslyIll
}

function mayBeCoveredSingly(member: Person): boolean {
  const { disabilityGrade, disabilityKind } = member
  const grade3 = disabilityGrade === 3 && (disabilityKind === '智力' || disabilityKind === '精神')
  return isSevere(member) || grade3
}
