/** feelin, the FEEL interpreter of npm: many households in one call, because it parses its text on every call. */
import { peer } from '../../peers/install.ts'
import { emptyAnswers } from '../answers.ts'
import type { Contestant } from '../contestant.ts'
import { type Facts, factsOf } from '../facts.ts'
import type { Population } from '../population.ts'

interface Feelin {
  evaluate(expression: string, context: { readonly households: readonly Facts[] }): { readonly value: unknown }
}

interface Found {
  readonly category: number
  readonly grant: number
}

/** In fen and without a quotient, so that its double arithmetic stays exact. */
const expression = `
  for h in households return {
    standard: if h.urban then 94000 else 72000,
    largest: standard * 3 / 10,
    income: sum(for m in h.members return
      m.wage + m.pension + m.otherIncome - (if m.employed then min(m.wage, largest) else 0)),
    family: standard * count(h.members),
    tenths: sum(for m in h.members return
      (if m.age >= 70 or m.age < 18 then 1 else 0) + (if m.grade = 1 or m.grade = 2 or m.ill then 2 else 0)),
    singles: sum(for m in h.members return
      if m.grade = 1 or m.grade = 2 or m.ill or (m.grade = 3 and (m.kind = 5 or m.kind = 6)) then 1 else 0),
    fits: h.deposits <= 24 * family and h.vehicles = 0 and h.homes <= 1,
    category: if not(fits) then 0 else if income < family then 1 else if 2 * income > 3 * family then 0
      else if singles > 0 then 2 else 3,
    grant: if category = 1 then ceiling((family - income + tenths * standard / 10) / 100) * 100
      else if category = 2 then singles * standard else 0
  }`

export async function feelin(population: Population, households: number, atOnce = 500): Promise<Contestant> {
  const { evaluate } = await peer<Feelin>('feelin')
  const answers = emptyAnswers(households)
  const batches: Facts[][] = []
  for (let h = 0; h < households; h++) {
    if (h % atOnce === 0) batches.push([])
    batches.at(-1)!.push(factsOf(population, h))
  }
  return {
    name: 'feelin',
    households,
    run() {
      for (const [nth, batch] of batches.entries()) {
        const found = evaluate(expression, { households: batch }).value as readonly Found[]
        for (const [i, { category, grant }] of found.entries()) {
          answers.category[nth * atOnce + i] = category
          answers.grantFen[nth * atOnce + i] = grant
        }
      }
    },
    answers: () => answers,
  }
}
