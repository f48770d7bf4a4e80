/** The exact interpreter, one household after another: the decision alone, and everything a page shows of it. */
import { decideOnly, evaluate } from '@doudi/policy'
import { type Answers, categories, emptyAnswers } from './answers.ts'
import type { Contestant } from './contestant.ts'
import type { Population } from './population.ts'
import { compileW1, situationOf } from './w1.ts'

export function exactly(population: Population, households: number): Contestant[] {
  const programme = compileW1()
  const situations = Array.from({ length: households }, (_, h) => situationOf(population, h))
  const contestant = (name: string, decide: (nth: number) => Decided): Contestant => {
    const answers = emptyAnswers(households)
    return {
      ...{ name, households },
      run() {
        for (let h = 0; h < households; h++) keep(decide(h), h, answers)
      },
      answers: () => answers,
    }
  }
  return [
    contestant('interpreter', h => decideOnly(programme, situations[h]!)),
    contestant('interpreter-trace', h => evaluate(programme, situations[h]!).decision),
  ]
}

interface Decided {
  readonly amountFenPerMonth: number
  readonly category: string
}

function keep({ amountFenPerMonth, category }: Decided, h: number, { grantFen, category: into }: Answers): void {
  grantFen[h] = amountFenPerMonth
  into[h] = categories.indexOf(category as (typeof categories)[number])
}
