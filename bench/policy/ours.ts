/** The product's columnar reader: the kernel alone, with every value kept, and as whole decisions. */
import {
  type CompiledProgramme,
  compileColumns,
  type Decisions,
  decideMany,
  decisionKernel,
  type Kernel,
  type Answers as KernelAnswers,
  oneHousehold,
  roomForBatch,
  runKernel,
  valueAt,
  valuesOf,
} from '@doudi/policy'
import { type Answers, categories } from './answers.ts'
import { batchFor } from './columns.ts'
import type { Contestant } from './contestant.ts'
import { firstOf, type Population } from './population.ts'
import { compileW1, w1Files } from './w1.ts'

export function inColumns(population: Population): Contestant[] {
  const programme = compileW1()
  const decision = decisionKernel(programme)
  return [
    overKernel('columns', workloadKernel(), population),
    overKernel('explained', compileColumns(programme), population),
    decisions(programme, decision, population),
    oneByOne(compileColumns(programme), firstOf(population, Math.min(population.households, 2_000))),
    editToFirstRows(firstOf(population, Math.min(population.households, 1_000))),
  ]
}

/** What the hand-written code answers, and no more: grant and category. */
export function workloadKernel(): Kernel {
  return compileColumns(compileW1(), ['月低保金', '对象类别'])
}

function overKernel(name: string, kernel: Kernel, population: Population): Contestant {
  const batch = batchFor(kernel, population)
  // As the hand-written code does, it writes over what it wrote before.
  const room = roomForBatch(kernel, batch)
  let last: KernelAnswers | undefined
  return {
    ...{ name, households: population.households, repeats: 3 },
    run() {
      last = runKernel(kernel, batch, room)
    },
    answers: () => answersOf(kernel, keptBy(kernel, last!.rows, population.households)),
  }
}

/** The values of a step of the households, taken out of their rows. */
export function keptBy(
  kernel: Kernel,
  rows: KernelAnswers['rows'],
  households: number,
): (step: number) => Float64Array {
  return step => {
    const column = valuesOf(kernel, { rows }, step)
    return Float64Array.from({ length: households }, (_, h) => valueAt(column, h))
  }
}

/** The kept values of grant and category in the terms of the bench. */
export function answersOf({ lowered }: Kernel, valuesOfStep: (step: number) => Float64Array): Answers {
  const keptOf = (rule: string) => {
    const { value } = lowered.results.find(result => result.rule === rule)!
    return { values: valuesOfStep(value.step), scale: value.kind === 'number' ? Number(value.scale) : 1 }
  }
  const grant = keptOf('月低保金')
  const category = keptOf('对象类别')
  const options = ['不符合', '低保', '单人户低保', '低保边缘家庭']
  const positions = lowered.texts.map(text => options.indexOf(text))
  return {
    grantFen: Float64Array.from(grant.values, yuan => (yuan * 100) / grant.scale),
    category: Uint8Array.from(category.values, code => positions[code]!),
  }
}

function decisions(programme: CompiledProgramme, kernel: Kernel, population: Population): Contestant {
  const batch = batchFor(kernel, population)
  let last: Decisions | undefined
  return {
    ...{ name: 'decisions', households: population.households },
    run() {
      last = decideMany(programme, kernel, batch)
    },
    answers: () => answersOfDecisions(last!),
  }
}

function answersOfDecisions({
  amountFenPerMonth,
  category,
  categories: ids,
  refused,
  interpreted,
}: Decisions): Answers {
  if (refused.size > 0 || interpreted > 0) throw new Error(`${refused.size} refused, ${interpreted} interpreted`)
  const positions = ids.map(id => categories.indexOf(id as (typeof categories)[number]))
  return { grantFen: amountFenPerMonth, category: category.map(code => positions[code]!) }
}

/** Every value of one warm household at a time: its facts put in, its answers taken out. */
function oneByOne(kernel: Kernel, population: Population): Contestant {
  const { households, offsets } = population
  const batch = batchFor(kernel, population)
  const one = oneHousehold(kernel)
  const kept = kernel.kept.map(() => new Float64Array(households))
  return {
    ...{ name: 'one-household', households, repeats: 3 },
    run() {
      for (let h = 0; h < households; h++) {
        const members = offsets[h + 1]! - offsets[h]!
        for (const [i, { scope }] of batch.columns.entries()) {
          const [from, many] = scope === 'household' ? [h, 1] : [offsets[h]!, members]
          for (let at = 0; at < many; at++) one.facts[i]![at] = batch.values[i]![from + at]!
        }
        if (!one.run(members)) throw new Error('the bench has no household that only the interpreter can work out')
        for (const [i, column] of one.answers.entries()) kept[i]![h] = valueAt(column, 0)
      }
    },
    answers: () => answersOf(kernel, step => kept[kernel.kept.indexOf(step)]!),
  }
}

/** For whoever needs decisions and nothing of how they are made. */
export function evaluator(): (population: Population) => Answers {
  const programme = compileW1()
  const kernel = decisionKernel(programme)
  return population => answersOfDecisions(decideMany(programme, kernel, batchFor(kernel, population)))
}

/** One formula is written another way; from the text to the decisions of the first thousand households. */
function editToFirstRows(population: Population): Contestant {
  const files = w1Files()
  const file = 'w1/programmes/dibao/rules.yaml'
  const before = files.get(file)!
  const after = before.replace('工资 - 就业成本 + 养老金 + 其他收入', '养老金 + 其他收入 + 工资 - 就业成本')
  if (after === before) throw new Error('the formula to edit is no longer there')
  let edited = false
  let last: Answers | undefined
  return {
    ...{ name: 'edit-to-first-rows', households: population.households, repeats: 3 },
    run() {
      edited = !edited
      const programme = compileW1(new Map(files).set(file, edited ? after : before))
      const kernel = decisionKernel(programme)
      last = answersOfDecisions(decideMany(programme, kernel, batchFor(kernel, population)))
    },
    answers: () => last!,
  }
}
