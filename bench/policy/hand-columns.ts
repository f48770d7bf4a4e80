/**
 * The limit: W1 written by hand over the columns, in whole fen, with the figures as constants. Twice: as anybody would
 * write it, and without a branch that depends on the data, because guessing those wrong is what costs time.
 */
import { DIBAO, EDGE, NONE, SINGLE } from './answers.ts'
import type { Population } from './population.ts'

interface Output {
  readonly grantFen: Int32Array
  readonly category: Uint8Array
}

const URBAN = 94_000
const RURAL = 72_000
const DEPOSIT_MONTHS = 24
const INTELLECTUAL = 5
const MENTAL = 6

export function ordinary(population: Population, into: Output): void {
  const { households, offsets, urban, deposits, vehicles, homes } = population
  const { age, wage, pension, otherIncome, employed, grade, kind, ill } = population
  const { grantFen, category } = into
  for (let h = 0; h < households; h++) {
    const standard = urban[h] === 1 ? URBAN : RURAL
    const largestDeduction = (standard * 3) / 10
    const first = offsets[h]!
    const end = offsets[h + 1]!
    let income = 0
    let supplementTenths = 0
    let singles = 0
    for (let m = first; m < end; m++) {
      income += wage[m]! + pension[m]! + otherIncome[m]!
      if (employed[m] === 1) income -= Math.min(wage[m]!, largestDeduction)
      if (age[m]! >= 70 || age[m]! < 18) supplementTenths += 1
      if (grade[m] === 1 || grade[m] === 2 || ill[m] === 1) {
        supplementTenths += 2
        singles += 1
      } else if (grade[m] === 3 && (kind[m] === INTELLECTUAL || kind[m] === MENTAL)) {
        singles += 1
      }
    }
    const familyStandard = standard * (end - first)
    let grant = 0
    let found = NONE
    if (deposits[h]! <= DEPOSIT_MONTHS * familyStandard && vehicles[h] === 0 && homes[h]! <= 1) {
      if (income < familyStandard) {
        const due = familyStandard - income + (supplementTenths * standard) / 10
        grant = Math.ceil(due / 100) * 100
        found = DIBAO
      } else if (2 * income <= 3 * familyStandard) {
        if (singles > 0) {
          grant = singles * standard
          found = SINGLE
        } else found = EDGE
      }
    }
    grantFen[h] = grant
    category[h] = found
  }
}

export function branchFree(population: Population, into: Output): void {
  const { households, offsets, urban, deposits, vehicles, homes } = population
  const { age, wage, pension, otherIncome, employed, grade, kind, ill } = population
  const { grantFen, category } = into
  for (let h = 0; h < households; h++) {
    const standard = (RURAL + Math.imul(urban[h]!, URBAN - RURAL)) | 0
    const tenth = (standard / 10) | 0
    const largestDeduction = Math.imul(tenth, 3)
    const first = offsets[h]!
    const end = offsets[h + 1]!
    let income = 0
    let supplementTenths = 0
    let singles = 0
    for (let m = first; m < end; m++) {
      const pay = wage[m]!
      const level = grade[m]!
      const severe = +((level - 1) >>> 0 < 2) | ill[m]!
      const old = +((age[m]! - 18) >>> 0 >= 70 - 18)
      income = (income + pay - (Math.min(pay, largestDeduction) & -employed[m]!) + pension[m]! + otherIncome[m]!) | 0
      supplementTenths = (supplementTenths + old + severe + severe) | 0
      singles = (singles + (severe | (+(level === 3) & +(kind[m]! >= INTELLECTUAL)))) | 0
    }
    const familyStandard = Math.imul(standard, end - first)
    const property =
      +(deposits[h]! <= Math.imul(DEPOSIT_MONTHS, familyStandard)) & +(vehicles[h] === 0) & +(homes[h]! <= 1)
    const whole = property & +(income < familyStandard)
    const edge = property & (whole ^ 1) & +(income * 2 <= familyStandard * 3)
    const single = edge & +(singles > 0)
    const due = (familyStandard - income + Math.imul(supplementTenths, tenth)) | 0
    const rounded = Math.imul(((due + 99) / 100) | 0, 100)
    grantFen[h] = (rounded & -whole) | (Math.imul(singles, standard) & -single)
    category[h] = whole + (single << 1) + Math.imul(edge ^ single, EDGE)
  }
}
