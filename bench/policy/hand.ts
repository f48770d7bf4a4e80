/** The hand-written limits as contestants. */
import { type Answers, categories, emptyAnswers } from './answers.ts'
import type { Contestant } from './contestant.ts'
import { branchFree, ordinary } from './hand-columns.ts'
import { assess, familyOf } from './hand-objects.ts'
import type { Population } from './population.ts'

/** Two and a half million member objects would take more memory than everything else together. */
const MOST_FAMILIES = 100_000

export function handWritten(population: Population): Contestant[] {
  return [
    overColumns('hand-ordinary', population, ordinary),
    overColumns('hand-branch-free', population, branchFree),
    overObjects(population),
  ]
}

function overColumns(name: string, population: Population, assessAll: typeof ordinary): Contestant {
  const { households } = population
  const answers = emptyAnswers(households)
  return { name, households, repeats: 3, run: () => assessAll(population, answers), answers: () => answers }
}

/** The fastest of them, for whoever measures everything around it. */
export function byHand(population: Population): Answers {
  const answers = emptyAnswers(population.households)
  branchFree(population, answers)
  return answers
}

function overObjects(population: Population): Contestant {
  const households = Math.min(population.households, MOST_FAMILIES)
  const families = Array.from({ length: households }, (_, h) => familyOf(population, h))
  const answers = emptyAnswers(households)
  return {
    name: 'hand-objects',
    households,
    repeats: 3,
    run() {
      for (let h = 0; h < households; h++) {
        const { category, grantFen } = assess(families[h]!)
        answers.category[h] = categories.indexOf(category)
        answers.grantFen[h] = grantFen
      }
    },
    answers: () => answers,
  }
}
