/** Simulation: the same households under several sets of rules, against one household at a time in the interpreter. */
import { describe, expect, test } from 'vitest'
import {
  compile,
  decideAll,
  decideOnly,
  type ProgrammeQuery,
  Simulation,
  type SimulationResult,
  type Situation,
  SyntheticHouseholds,
  situationBatches,
  variantOf,
} from '../src/index.ts'
import { loaded } from './policies.ts'

const jinan: ProgrammeQuery = { pack: 'demo-jinan', programme: 'dibao', date: '2026-09-01' }
const today = variantOf('current', compile(loaded.packs, jinan))
const higher = variantOf('higher', compile(loaded.packs, { ...jinan, overrides: { ruralStandard: '700' } }))
const lower = variantOf('lower', compile(loaded.packs, { ...jinan, overrides: { ruralStandard: '600' } }))
const areas = ['东', '西', '南']
const register = { seed: 20_260_901, year: 2026, areas: areas.length }

/** Incomes around both standards, one of them not found out yet, one family just starting. */
const incomes = ['0', '599.99', '600', '649.99', '650', '699.99', '700', '2000', null]
const situations: Situation[] = incomes.map(wage => ({
  members: [{ birthDate: '1980-01-01', registration: 'rural', wage }],
}))

function simulate(variants: readonly (typeof today)[], list: readonly Situation[]) {
  const changed: string[] = []
  const simulation = new Simulation(
    variants.map(({ name }) => name),
    areas,
  )
  simulation.add(
    {
      decisions: decideAll(variants, situationBatches(variants, list)),
      areaOf: Int32Array.from(list, (_, h) => h % areas.length),
    },
    (pair, { household, change, fenBefore, fenAfter }) =>
      changed.push(`${pair} ${incomes[household]} ${change} ${fenBefore}→${fenAfter}`),
  )
  return { result: simulation.result(), changed }
}

const sum = (result: SimulationResult, variant: number, of: 'households' | 'helped' | 'people' | 'fen') =>
  result.variants[variant]!.tallies.reduce((total, tally) => total + tally[of], 0)

describe('another standard over the same families', () => {
  test('says of each family whether it enters, leaves, gains or loses, and to the fen by how much', () => {
    const { changed } = simulate([today, higher, lower], situations)
    expect(changed.filter(line => line.startsWith('0 '))).toEqual([
      '0 0 gains 65000→70000',
      '0 599.99 gains 5100→10100',
      '0 600 gains 5000→10000',
      '0 649.99 gains 100→5100',
      '0 650 enters 0→5000',
      '0 699.99 enters 0→100',
      '0 null undecided 0→0',
    ])
    expect(changed.filter(line => line.startsWith('1 '))).toEqual([
      '1 0 loses 65000→60000',
      '1 599.99 loses 5100→100',
      '1 600 leaves 5000→0',
      '1 649.99 leaves 100→0',
      '1 null undecided 0→0',
    ])
  })

  test('compares every draft with today and with the draft before it', () => {
    const { result } = simulate([today, higher, lower], situations)
    expect(result.comparisons.map(({ before, after }) => `${before}→${after}`)).toEqual([
      'current→higher',
      'current→lower',
      'higher→lower',
    ])
    expect(result.comparisons[1]!.moves).toContainEqual({ from: 'dibao', to: 'edge', households: 2 })
  })

  test('names the families that cannot be worked out instead of counting them as refused', () => {
    const { result } = simulate([today], situations)
    expect(result.variants[0]!.refused).toEqual({ 'policy.fact-undetermined': 1 })
    expect(sum(result, 0, 'households')).toBe(situations.length - 1)
  })

  test('counts a family whose facts do not fit the form, and goes on with the others', () => {
    const wrong: Situation = { members: [{ birthDate: '1980-02-31' }, { birthDate: '1980-01-01', wage: '-5' }] }
    const { result, changed } = simulate([today, higher], [wrong, situations[0]!])
    expect(result.variants[0]!.refused).toEqual({ 'policy.situation-invalid': 1 })
    expect(changed).toEqual(['0 0 undecided 0→0', '0 599.99 gains 65000→70000'])
  })

  test('the same rules change nothing', () => {
    const { changed, result } = simulate([today, today], situations.slice(0, -1))
    expect(changed).toEqual([])
    expect(result.comparisons[0]!.changes.every(({ change }) => change === 'unchanged')).toBe(true)
  })
})

test('sums are those of the interpreter, family by family', () => {
  const many = Array.from({ length: 300 }, (_, i): Situation => {
    const wage = String((i * 7919) % 2600)
    return { members: [{ birthDate: '1980-01-01', registration: i % 3 ? 'rural' : 'urban', wage }] }
  })
  const { result } = simulate([today, higher], many)
  for (const [i, { programme }] of [today, higher].entries()) {
    const decisions = many.map(situation => decideOnly(programme, situation))
    expect(sum(result, i, 'fen')).toBe(decisions.reduce((total, d) => total + d.amountFenPerMonth, 0))
    expect(sum(result, i, 'helped')).toBe(decisions.filter(d => d.eligible).length)
  }
})

describe('a synthetic register', () => {
  const run = (size: number, households: number) => {
    const simulation = new Simulation(['current', 'higher'], areas)
    for (let from = 0; from < households; from += size) {
      const some = new SyntheticHouseholds(register, from, Math.min(size, households - from))
      simulation.add({
        decisions: decideAll([today, higher], [some.batch(today.kernel.lowered), some.batch(higher.kernel.lowered)]),
        areaOf: some.areaOf,
      })
    }
    return simulation.result()
  }

  test('gives the same answer in one batch and in many', () => {
    expect(run(700, 3000)).toEqual(run(3000, 3000))
  })

  test('is believable: families of every size and kind, some helped, some not, nobody undecided', () => {
    const result = run(3000, 3000)
    const categories = new Set(result.variants[0]!.tallies.map(({ category }) => category))
    expect([...categories].sort()).toEqual(['dibao', 'edge', 'none', 'retention', 'rigid', 'single-person'])
    expect(result.variants[0]!.refused).toEqual({})
    expect(sum(result, 0, 'helped') / 3000).toBeGreaterThan(0.1)
    expect(sum(result, 0, 'helped') / 3000).toBeLessThan(0.6)
  })

  test('what changes adds up to the difference of the two bills', () => {
    const result = run(1000, 3000)
    const difference = sum(result, 1, 'fen') - sum(result, 0, 'fen')
    const { changes } = result.comparisons[0]!
    expect(changes.reduce((total, { fenBefore, fenAfter }) => total + fenAfter - fenBefore, 0)).toBe(difference)
    expect(changes.reduce((total, { households }) => total + households, 0)).toBe(3000)
  })

  test('another seed has other families', () => {
    const one = new SyntheticHouseholds(register, 0, 50).batch(today.kernel.lowered)
    const other = new SyntheticHouseholds({ ...register, seed: 2 }, 0, 50).batch(today.kernel.lowered)
    expect(other.values).not.toEqual(one.values)
  })
})
