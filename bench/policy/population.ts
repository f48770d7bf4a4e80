/**
 * The households of the W1 workload, made from a seed: one typed array for each fact, money in fen. Sizes 1 to 6, mean
 * 2.49; about 51 % are eligible as a family, 4.6 % have somebody covered singly, 8 % are edge families.
 */
import { type Draw, drawsFrom } from './random.ts'

export interface Population {
  readonly households: number
  readonly members: number
  /** Members of household h are at `offsets[h]` up to, not including, `offsets[h + 1]`. */
  readonly offsets: Int32Array
  readonly urban: Uint8Array
  readonly deposits: Int32Array
  readonly vehicles: Uint8Array
  readonly homes: Uint8Array
  readonly age: Uint8Array
  readonly wage: Int32Array
  readonly pension: Int32Array
  readonly otherIncome: Int32Array
  readonly employed: Uint8Array
  readonly grade: Uint8Array
  /** Position in `disabilityKinds`. */
  readonly kind: Uint8Array
  readonly ill: Uint8Array
  readonly student: Uint8Array
}

export const LARGEST_HOUSEHOLD = 6
export const disabilityKinds = ['无', '视力', '听力', '言语', '肢体', '智力', '精神'] as const

/** One member, two members, … of a hundred households. */
const sizeShares = [0.24, 0.332, 0.22, 0.131, 0.058, 0.019]

export function populate(households: number, seed: number): Population {
  const draw = drawsFrom(seed)
  const offsets = new Int32Array(households + 1)
  for (let h = 0; h < households; h++) offsets[h + 1] = offsets[h]! + 1 + draw.among(sizeShares)
  const members = offsets[households]!
  const population: Population = {
    ...{ households, members, offsets },
    ...{ urban: new Uint8Array(households), deposits: new Int32Array(households) },
    ...{ vehicles: new Uint8Array(households), homes: new Uint8Array(households) },
    ...{ age: new Uint8Array(members), wage: new Int32Array(members), pension: new Int32Array(members) },
    ...{ otherIncome: new Int32Array(members), employed: new Uint8Array(members), grade: new Uint8Array(members) },
    ...{ kind: new Uint8Array(members), ill: new Uint8Array(members), student: new Uint8Array(members) },
  }
  for (let h = 0; h < households; h++) {
    fillHousehold(population, h, draw)
    for (let m = offsets[h]!; m < offsets[h + 1]!; m++) fillMember(population, m, draw)
  }
  return population
}

/** The first households of a population, in the same memory. */
export function firstOf(population: Population, households: number): Population {
  const { offsets, urban, deposits, vehicles, homes } = population
  const members = offsets[households]!
  return {
    ...{ households, members, offsets: offsets.subarray(0, households + 1) },
    ...{ urban: urban.subarray(0, households), deposits: deposits.subarray(0, households) },
    ...{ vehicles: vehicles.subarray(0, households), homes: homes.subarray(0, households) },
    ...{ age: population.age.subarray(0, members), wage: population.wage.subarray(0, members) },
    ...{ pension: population.pension.subarray(0, members), otherIncome: population.otherIncome.subarray(0, members) },
    ...{ employed: population.employed.subarray(0, members), grade: population.grade.subarray(0, members) },
    ...{ kind: population.kind.subarray(0, members), ill: population.ill.subarray(0, members) },
    student: population.student.subarray(0, members),
  }
}

function fillHousehold({ urban, deposits, vehicles, homes }: Population, h: number, draw: Draw): void {
  urban[h] = draw.chance(0.4)
  deposits[h] = draw.chance(0.04) ? draw.money(30_000, 400_000) : draw.chance(0.6) && draw.money(0, 16_000)
  vehicles[h] = draw.chance(0.04)
  homes[h] = draw.chance(0.03) ? 2 : draw.chance(0.9)
}

function fillMember(population: Population, m: number, draw: Draw): void {
  const age = draw.chance(0.2) ? draw.whole(0, 17) : draw.chance(0.3) ? draw.whole(65, 94) : draw.whole(18, 64)
  const working = age >= 18 && age < 65 ? draw.chance(0.55) : draw.chance(0.02)
  const grade = draw.chance(0.15) && draw.whole(1, 4)
  population.age[m] = age
  population.employed[m] = working
  population.wage[m] = working && (draw.chance(0.34) ? draw.money(2_500, 9_000) : draw.money(300, 2_150))
  population.pension[m] = age >= 60 ? draw.money(100, 1_300) : 0
  population.otherIncome[m] = draw.chance(0.35) && draw.money(0, 500)
  population.grade[m] = grade
  population.kind[m] = grade && draw.whole(1, disabilityKinds.length - 1)
  population.ill[m] = draw.chance(0.09)
  population.student[m] = age >= 6 && age < 22 ? draw.chance(0.9) : 0
}
