/** The contestants that need nothing but this repository agree with each other, household by household. */
import { expect, test } from 'vitest'
import { categories, checksum, countCategories, emptyAnswers } from './answers.ts'
import { exactly } from './exact.ts'
import { branchFree, ordinary } from './hand-columns.ts'
import { assess, familyOf } from './hand-objects.ts'
import { populate } from './population.ts'

const seed = 20_240_601
const households = 3_000
const population = populate(households, seed)

function byHand(way: typeof ordinary) {
  const answers = emptyAnswers(households)
  way(population, answers)
  return answers
}

test('the pack, read by the exact interpreter, says what the hand-written columns say', async () => {
  const [interpreter] = exactly(population, households)
  await interpreter!.run()
  const exact = await interpreter!.answers()
  expect(checksum(byHand(ordinary))).toBe(checksum(exact))
  expect(checksum(byHand(branchFree))).toBe(checksum(exact))
})

test('plain objects say the same', () => {
  const answers = emptyAnswers(households)
  for (let h = 0; h < households; h++) {
    const { category, grantFen } = assess(familyOf(population, h))
    answers.category[h] = categories.indexOf(category)
    answers.grantFen[h] = grantFen
  }
  expect(checksum(answers)).toBe(checksum(byHand(ordinary)))
})

test('the population has the shares that the workload asks for', () => {
  const many = populate(50_000, seed)
  const answers = emptyAnswers(many.households)
  branchFree(many, answers)
  const [, dibao, single, edge] = countCategories(answers).map(count => count / many.households)
  expect(many.members / many.households).toBeCloseTo(2.49, 2)
  expect(dibao).toBeCloseTo(0.51, 2)
  expect(single).toBeCloseTo(0.046, 2)
  expect(edge).toBeCloseTo(0.08, 2)
})

test('one wrong fen gives another checksum', () => {
  const answers = byHand(ordinary)
  const before = checksum(answers)
  answers.grantFen[households - 1]!++
  expect(checksum(answers)).not.toBe(before)
})
