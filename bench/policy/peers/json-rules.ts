/** json-rules-engine: sums as facts in JavaScript, the decision as rules in JSON, one run for each household. */
import { peer } from '../../peers/install.ts'
import { emptyAnswers } from '../answers.ts'
import type { Contestant } from '../contestant.ts'
import { type Facts, factsOf, type MemberFacts } from '../facts.ts'
import type { Population } from '../population.ts'

interface JsonRules {
  readonly Engine: new () => Engine
}

interface Engine {
  addFact(name: string, value: (parameters: object, almanac: Almanac) => Promise<unknown>): void
  addRule(rule: object): void
  run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[]; readonly almanac: Almanac }>
}

interface Almanac {
  factValue<T>(name: string): Promise<T>
}

const isSevere = ({ grade, ill }: MemberFacts) => grade === 1 || grade === 2 || ill
const mayBeSingle = (m: MemberFacts) => isSevere(m) || (m.grade === 3 && (m.kind === 5 || m.kind === 6))
const total = (members: readonly MemberFacts[], of: (member: MemberFacts) => number) =>
  members.reduce((sum, member) => sum + of(member), 0)

function addFacts(engine: Engine): void {
  const fact = (name: string, of: (household: Facts, almanac: Almanac) => Promise<unknown>) =>
    engine.addFact(name, async (_, almanac) => of(await almanac.factValue<Facts>('household'), almanac))
  fact('standard', async ({ urban }) => (urban ? 94_000 : 72_000))
  fact('income', async ({ members }, almanac) => {
    const largest = ((await almanac.factValue<number>('standard')) * 3) / 10
    const deduction = ({ employed, wage }: MemberFacts) => (employed ? Math.min(wage, largest) : 0)
    return total(members, m => m.wage - deduction(m) + m.pension + m.otherIncome)
  })
  fact('family', async ({ members }, almanac) => (await almanac.factValue<number>('standard')) * members.length)
  fact('half as much again', async (_, almanac) => (await almanac.factValue<number>('family')) * 1.5)
  fact('largest deposits', async (_, almanac) => (await almanac.factValue<number>('family')) * 24)
  fact('tenths', async ({ members }) =>
    total(members, m => (m.age >= 70 || m.age < 18 ? 1 : 0) + (isSevere(m) ? 2 : 0)),
  )
  fact('singles', async ({ members }) => members.filter(mayBeSingle).length)
}

const property = [
  { fact: 'household', path: '$.deposits', operator: 'lessThanInclusive', value: { fact: 'largest deposits' } },
  { fact: 'household', path: '$.vehicles', operator: 'equal', value: 0 },
  { fact: 'household', path: '$.homes', operator: 'lessThanInclusive', value: 1 },
]
const aboveStandard = [
  { fact: 'income', operator: 'greaterThanInclusive', value: { fact: 'family' } },
  { fact: 'income', operator: 'lessThanInclusive', value: { fact: 'half as much again' } },
]
const rules = [
  {
    conditions: { all: [...property, { fact: 'income', operator: 'lessThan', value: { fact: 'family' } }] },
    event: { type: 'dibao' },
  },
  {
    conditions: { all: [...property, ...aboveStandard, { fact: 'singles', operator: 'greaterThan', value: 0 }] },
    event: { type: 'single-person' },
  },
  {
    conditions: { all: [...property, ...aboveStandard, { fact: 'singles', operator: 'equal', value: 0 }] },
    event: { type: 'edge' },
  },
]
const categoryOf: Readonly<Record<string, number>> = { dibao: 1, 'single-person': 2, edge: 3 }

async function grantOf(category: number, almanac: Almanac): Promise<number> {
  const value = (name: string) => almanac.factValue<number>(name)
  if (category === 2) return (await value('singles')) * (await value('standard'))
  if (category !== 1) return 0
  const supplement = ((await value('tenths')) * (await value('standard'))) / 10
  return Math.ceil(((await value('family')) - (await value('income')) + supplement) / 100) * 100
}

export async function jsonRules(population: Population, households: number): Promise<Contestant> {
  const { Engine } = await peer<JsonRules>('json-rules-engine')
  const engine = new Engine()
  addFacts(engine)
  for (const rule of rules) engine.addRule(rule)
  const all = Array.from({ length: households }, (_, h) => factsOf(population, h))
  const answers = emptyAnswers(households)
  return {
    name: 'json-rules-engine',
    households,
    async run() {
      for (const [h, household] of all.entries()) {
        const { events, almanac } = await engine.run({ household })
        const category = categoryOf[events[0]?.type ?? ''] ?? 0
        answers.category[h] = category
        answers.grantFen[h] = await grantOf(category, almanac)
      }
    },
    answers: () => answers,
  }
}
