/** GoRules ZEN: a decision graph with one expression node; a hundred calls in flight, which suits it best. */
import { peer } from '../../peers/install.ts'
import { emptyAnswers } from '../answers.ts'
import type { Contestant } from '../contestant.ts'
import { type Facts, factsOf } from '../facts.ts'
import type { Population } from '../population.ts'

interface Zen {
  readonly ZenEngine: new () => { createDecision(graph: object): Decision; dispose(): void }
}

interface Decision {
  evaluate(facts: Facts): Promise<{ readonly result: { readonly category: number; readonly grant: number } }>
}

const IN_FLIGHT = 100

const severe = '#.grade == 1 or #.grade == 2 or #.ill'
const expressions = {
  standard: 'urban ? 94000 : 72000',
  largest: '$.standard * 3 / 10',
  income: 'sum(map(members, #.wage + #.pension + #.otherIncome - (#.employed ? min([#.wage, $.largest]) : 0)))',
  family: '$.standard * len(members)',
  tenths: `sum(map(members, (#.age >= 70 or #.age < 18 ? 1 : 0) + (${severe} ? 2 : 0)))`,
  singles: `count(members, ${severe} or (#.grade == 3 and (#.kind == 5 or #.kind == 6)))`,
  fits: 'deposits <= 24 * $.family and vehicles == 0 and homes <= 1',
  category: 'not $.fits ? 0 : ($.income < $.family ? 1 : (2 * $.income > 3 * $.family ? 0 : ($.singles > 0 ? 2 : 3)))',
  grant: `$.category == 1 ? ceil(($.family - $.income + $.tenths * $.standard / 10) / 100) * 100
    : ($.category == 2 ? $.singles * $.standard : 0)`,
}

const graph = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    {
      ...{ id: 'rules', name: 'rules', type: 'expressionNode' },
      content: {
        expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })),
        passThrough: false,
      },
    },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
    { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
  ],
}

export async function zen(population: Population, households: number): Promise<Contestant> {
  const { ZenEngine } = await peer<Zen>('@gorules/zen-engine')
  const engine = new ZenEngine()
  const decision = engine.createDecision(graph)
  const facts = Array.from({ length: households }, (_, h) => factsOf(population, h))
  const answers = emptyAnswers(households)
  const assess = async (h: number) => {
    const { result } = await decision.evaluate(facts[h]!)
    answers.category[h] = result.category
    answers.grantFen[h] = result.grant
  }
  return {
    name: 'zen',
    households,
    async run() {
      for (let first = 0; first < households; first += IN_FLIGHT)
        await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, households - first) }, (_, i) => assess(first + i)))
    },
    answers: () => answers,
    close: async () => engine.dispose(),
  }
}
