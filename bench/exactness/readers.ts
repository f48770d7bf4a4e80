/** W1 decided by everybody: the exact interpreter, the code written by hand, the columns, and the query. */
import {
  type Batch,
  type CompiledProgramme,
  compileSql,
  decideMany,
  decideOnly,
  decisionKernel,
  withOutside,
} from '@doudi/policy'
import { categories, emptyAnswers } from '../policy/answers.ts'
import { batchFor } from '../policy/columns.ts'
import { ordinary } from '../policy/hand-columns.ts'
import { w1Source } from '../policy/our-sql.ts'
import type { Population } from '../policy/population.ts'
import { situationOf } from '../policy/w1.ts'
import type { Register } from './register.ts'
import { emptyVerdicts, keepDecision, routes, type Verdicts } from './verdicts.ts'

export function byInterpreter(programme: CompiledProgramme, population: Population): Verdicts {
  const verdicts = emptyVerdicts(population.households)
  for (let h = 0; h < population.households; h++)
    keepDecision(decideOnly(programme, situationOf(population, h)), h, verdicts)
  return verdicts
}

/** Whole fen, as anybody would write them; it knows only category and amount. */
export function byHand(population: Population): Verdicts {
  const answers = emptyAnswers(population.households)
  ordinary(population, answers)
  return {
    ...emptyVerdicts(population.households),
    category: answers.category,
    amountFen: Float64Array.from(answers.grantFen),
  }
}

/** What the kernel alone is sure of; whatever it leaves to the interpreter is counted as left. */
export function byColumns(programme: CompiledProgramme, population: Population): Verdicts {
  const kernel = decisionKernel(programme)
  const decisions = decideMany(programme, kernel, checkedBatch(programme, population))
  if (decisions.interpreted > 0) throw new Error(`the columns of W1 doubted ${decisions.interpreted} households`)
  const verdicts = emptyVerdicts(population.households)
  for (let h = 0; h < population.households; h++) {
    if (decisions.refused.has(h)) {
      verdicts.left[h] = 1
      continue
    }
    verdicts.eligible[h] = decisions.eligible[h]!
    verdicts.route[h] = routes.indexOf(decisions.routes[decisions.route[h]!] as (typeof routes)[number])
    verdicts.category[h] = categories.indexOf(
      decisions.categories[decisions.category[h]!] as (typeof categories)[number],
    )
    verdicts.amountFen[h] = decisions.amountFenPerMonth[h]!
    verdicts.covered[h] = decisions.coveredPeople[h]!
  }
  return verdicts
}

export function checkedBatch(programme: CompiledProgramme, population: Population): Batch {
  const kernel = decisionKernel(programme)
  return withOutside(kernel.lowered, batchFor(kernel, population))
}

const outputs = ['符合条件', '纳入方式', '对象类别', '月低保金', '保障人数']
const PAGE = 50_000

export async function bySql(programme: CompiledProgramme, register: Register): Promise<Verdicts> {
  const { text, texts, outputs: found } = compileSql(programme, { ...w1Source, outputs })
  const over = (rule: string) => found.find(output => output.rule === rule)!
  const [amount, people] = [over('月低保金'), over('保障人数')]
  await register.run('drop table if exists answer')
  await register.run(`create table answer as ${text}`)
  await register.run('alter table answer add primary key (household)')
  const ids = (rule: string) => programme.internals.assembly.rules.get(rule)!.rule.optionIds
  const idOf = (rule: string, code: string) => ids(rule).get(texts[Number(code)]!)!
  const verdicts = emptyVerdicts(register.households)
  for (let from = 1; from <= register.households; from += PAGE)
    for (const row of await register.rows(`
      select household, outside or doubtful as left, r0 as eligible, r1 as route, r2 as category,
        ${amount.column} * 100 / ${amount.over} as fen, (${amount.column} * 100) % ${amount.over} as rest,
        ${people.column} / ${people.over} as covered
      from answer where household between ${from} and ${from + PAGE - 1}`)) {
      const h = Number(row.household) - 1
      if (row.left) verdicts.left[h] = 1
      else if (Number(row.rest) !== 0) throw new Error(`household ${row.household}: not whole fen`)
      else
        keepDecision(
          {
            eligible: row.eligible as boolean,
            route: idOf('纳入方式', String(row.route)) as (typeof routes)[number],
            category: idOf('对象类别', String(row.category)),
            amountFenPerMonth: Number(row.fen),
            coveredPeople: Number(row.covered),
          },
          h,
          verdicts,
        )
    }
  return verdicts
}
