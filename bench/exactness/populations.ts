/** Households for the proof: random ones, half of them in whole yuan, and ones made to sit at every threshold of W1. */
import { type Population, populate } from '../policy/population.ts'
import { type Draw, drawsFrom } from '../policy/random.ts'

/** Every second household has no fen anywhere: there quotients come out even, and whatever rounds shows itself. */
export function halfInWholeYuan(households: number, seed: number): Population {
  const population = populate(households, seed)
  const { offsets, deposits, wage, pension, otherIncome } = population
  for (let h = 0; h < households; h += 2) {
    deposits[h]! -= deposits[h]! % 100
    for (let m = offsets[h]!; m < offsets[h + 1]!; m++)
      for (const amounts of [wage, pension, otherIncome]) amounts[m]! -= amounts[m]! % 100
  }
  return population
}

const ways = [atTheLine, atTheLine, depositsAtTheLimit, wageAtTheDeduction, wholeYuan, rangeEnds] as const

export function adversarial(households: number, seed: number): Population {
  const population = populate(households, seed)
  const draw = drawsFrom(seed ^ 0x0ddba11)
  for (let h = 0; h < households; h++) ways[h % ways.length]!(population, h, draw)
  return population
}

const standardOf = ({ urban }: Population, h: number) => (urban[h] ? 94_000 : 72_000)
const nearby = (draw: Draw) => draw.whole(-1, 1)
const sizeOf = ({ offsets }: Population, h: number) => offsets[h + 1]! - offsets[h]!

/** Income of the family exactly at the standard or at one and a half times it, or one fen beside. */
function atTheLine(population: Population, h: number, draw: Draw): void {
  const standard = standardOf(population, h)
  const line = (standard * sizeOf(population, h) * (draw.chance(0.5) ? 2 : 3)) / 2 + nearby(draw)
  simpleHome(population, h)
  const [first, last] = [population.offsets[h]!, population.offsets[h + 1]! - 1]
  for (let m = first; m <= last; m++) clearIncome(population, m)
  population.employed[first] = draw.chance(0.5)
  population.wage[first] = draw.whole(0, standard)
  const deduction = population.employed[first] ? Math.min(population.wage[first]!, (standard * 3) / 10) : 0
  population.otherIncome[last] = line - (population.wage[first]! - deduction)
}

/** Deposits at the limit or one fen beside, with an income that qualifies. */
function depositsAtTheLimit(population: Population, h: number, draw: Draw): void {
  simpleHome(population, h)
  population.deposits[h] = 24 * standardOf(population, h) * sizeOf(population, h) + nearby(draw)
}

function wageAtTheDeduction(population: Population, h: number, draw: Draw): void {
  simpleHome(population, h)
  for (let m = population.offsets[h]!; m < population.offsets[h + 1]!; m++) {
    population.employed[m] = 1
    population.wage[m] = (standardOf(population, h) * 3) / 10 + nearby(draw)
    population.age[m] = [17, 18, 69, 70][draw.whole(0, 3)]!
  }
}

/** Whole yuan that the number of people does not divide, and supplements that end at or beside a whole yuan. */
function wholeYuan(population: Population, h: number, draw: Draw): void {
  simpleHome(population, h)
  for (let m = population.offsets[h]!; m < population.offsets[h + 1]!; m++) {
    clearIncome(population, m)
    population.otherIncome[m] = draw.whole(0, 700) * 100 + (draw.chance(0.2) ? draw.whole(0, 1) * 99 + 1 : 0)
  }
}

function rangeEnds(population: Population, h: number, draw: Draw): void {
  const end = (most: number) => [0, 1, most - 1, most][draw.whole(0, 3)]!
  population.deposits[h] = end(1_000_000_000)
  population.vehicles[h] = end(9)
  population.homes[h] = end(9)
  for (let m = population.offsets[h]!; m < population.offsets[h + 1]!; m++) {
    population.wage[m] = end(5_000_000)
    population.pension[m] = end(3_000_000)
    population.otherIncome[m] = end(3_000_000)
    population.age[m] = end(120)
    population.grade[m] = draw.whole(0, 4)
  }
}

function simpleHome(population: Population, h: number): void {
  population.vehicles[h] = 0
  population.homes[h] = 1
  population.deposits[h] = 0
}

function clearIncome(population: Population, m: number): void {
  population.wage[m] = 0
  population.pension[m] = 0
  population.otherIncome[m] = 0
  population.employed[m] = 0
}
