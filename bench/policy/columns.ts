/** The population as a batch for a kernel: the same arrays that the hand-written code reads, codes for what is a choice. */
import type { Batch, ColumnValues, Kernel } from '@doudi/policy'
import { disabilityKinds, type Population } from './population.ts'

export function batchFor({ lowered }: Kernel, population: Population): Batch {
  const { households, offsets } = population
  const { columns, texts } = lowered
  const coded = (positions: Uint8Array, options: readonly string[]) => {
    const codes = options.map(option => texts.indexOf(option))
    return positions.map(position => codes[position]!)
  }
  const valuesOf: Readonly<Record<string, () => ColumnValues>> = {
    registration: () => coded(population.urban, ['农村', '城镇']),
    deposits: () => population.deposits,
    vehicles: () => population.vehicles,
    homes: () => population.homes,
    age: () => population.age,
    wage: () => population.wage,
    pension: () => population.pension,
    otherIncome: () => population.otherIncome,
    employed: () => population.employed,
    disabilityGrade: () => population.grade,
    disabilityKind: () => coded(population.kind, disabilityKinds),
    seriouslyIll: () => population.ill,
    student: () => population.student,
  }
  return { households, offsets, columns, outside: [], values: columns.map(({ field }) => valuesOf[field.id]!()) }
}
