/** A household as an object of numbers and yes/no, money in fen: what the rule engines of others are given. */
import type { Population } from './population.ts'

export interface MemberFacts {
  readonly age: number
  readonly wage: number
  readonly pension: number
  readonly otherIncome: number
  readonly employed: boolean
  readonly grade: number
  /** Position in `disabilityKinds`. */
  readonly kind: number
  readonly ill: boolean
  readonly student: boolean
}

export interface Facts {
  readonly urban: boolean
  readonly deposits: number
  readonly vehicles: number
  readonly homes: number
  readonly members: readonly MemberFacts[]
}

export function factsOf(population: Population, h: number): Facts {
  const { offsets, urban, deposits, vehicles, homes } = population
  const first = offsets[h]!
  return {
    urban: urban[h] === 1,
    deposits: deposits[h]!,
    vehicles: vehicles[h]!,
    homes: homes[h]!,
    members: Array.from({ length: offsets[h + 1]! - first }, (_, i) => memberFactsOf(population, first + i)),
  }
}

function memberFactsOf(population: Population, m: number): MemberFacts {
  return {
    age: population.age[m]!,
    wage: population.wage[m]!,
    pension: population.pension[m]!,
    otherIncome: population.otherIncome[m]!,
    employed: population.employed[m] === 1,
    grade: population.grade[m]!,
    kind: population.kind[m]!,
    ill: population.ill[m] === 1,
    student: population.student[m] === 1,
  }
}
