/** The pack of the workload, read like any other pack, and its households as situations. */
import { join } from 'node:path'
import { type CompiledProgramme, compile, loadPacks, type Situation } from '@doudi/policy'
import { readPolicyFolder } from '@doudi/server/cli/read-policy-folder.ts'
import { disabilityKinds, type Population } from './population.ts'

export function w1Files(): Map<string, string> {
  const files = readPolicyFolder(join(import.meta.dirname, 'w1'))
  return new Map([...files].map(([path, text]) => [`w1/${path}`, text]))
}

/** From the text of the pack to a programme that can decide; throws when the pack has a mistake. */
export function compileW1(
  files: ReadonlyMap<string, string> = w1Files(),
  overrides: Readonly<Record<string, string>> = {},
): CompiledProgramme {
  const { packs, problems } = loadPacks(files)
  const [first] = problems
  if (first) throw new Error(`${first.file}:${first.line} ${first.message.en}`)
  return compile(packs, { pack: 'w1', programme: 'dibao', date: '2024-06-01', overrides })
}

export function situationOf(population: Population, h: number): Situation {
  const { offsets } = population
  return {
    household: {
      户籍类别: population.urban[h] === 1 ? '城镇' : '农村',
      存款: yuan(population.deposits[h]!),
      机动车辆数: population.vehicles[h]!,
      住房套数: population.homes[h]!,
    },
    members: Array.from({ length: offsets[h + 1]! - offsets[h]! }, (_, i) => memberOf(population, offsets[h]! + i)),
  }
}

function memberOf(population: Population, m: number): Situation['members'][number] {
  return {
    年龄: population.age[m]!,
    工资: yuan(population.wage[m]!),
    养老金: yuan(population.pension[m]!),
    其他收入: yuan(population.otherIncome[m]!),
    就业: population.employed[m] === 1,
    残疾等级: population.grade[m]!,
    残疾类别: disabilityKinds[population.kind[m]!]!,
    重病: population.ill[m] === 1,
    在学: population.student[m] === 1,
  }
}

/** Fen as yuan text, exact: 97650 → `976.50`. */
const yuan = (fen: number) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
