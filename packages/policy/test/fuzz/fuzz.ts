/** Random policies through the three readers. A difference comes with the smallest policy and household that show it. */
import type { Situation } from '../../src/index.ts'
import { compareReaders, type Difference, readable } from '../readers.ts'
import type { SqlDatabase } from '../sql-database.ts'
import { dataSets, randomHouseholds } from './households.ts'
import { type FuzzPolicy, randomPolicy } from './policy.ts'
import { Random } from './random.ts'

export interface FuzzCounts {
  policies: number
  formulas: number
  /** Formulas that only the interpreter reads, and those that the checker refused. */
  unreadable: number
  refusedByChecker: number
  households: number
  values: number
  refused: number
  leftByColumns: number
  leftBySql: number
  /** Policies with a household in which the reader gives another answer, or breaks off. */
  differentInColumns: number
  differentInSql: number
}

export interface FuzzReport {
  readonly counts: FuzzCounts
  readonly failures: readonly string[]
}

export interface FuzzOptions {
  readonly seed: number
  readonly policies: number
  /** In each of the three data sets. */
  readonly households: number
  readonly database: SqlDatabase
  readonly say?: (text: string) => void
}

export async function fuzz({ seed, policies, households, database, say }: FuzzOptions): Promise<FuzzReport> {
  const counts: FuzzCounts = {
    ...{ policies: 0, formulas: 0, unreadable: 0, refusedByChecker: 0, households: 0, values: 0 },
    ...{ refused: 0, leftByColumns: 0, leftBySql: 0, differentInColumns: 0, differentInSql: 0 },
  }
  const failures: string[] = []
  for (let nth = 0; nth < policies; nth++) {
    const one = seed + nth
    const policy = randomPolicy(one)
    const random = new Random(one ^ 0x5eed)
    const situations = dataSets.flatMap(set => randomHouseholds(policy.form, policy.text, set, households, random))
    const found = await read(policy, situations, database).catch(String)
    counts.policies++
    counts.formulas += policy.programme.rules.length
    counts.refusedByChecker += policy.refused.length
    counts.households += situations.length
    if (typeof found === 'string') {
      counts.differentInColumns++
      counts.differentInSql++
      failures.push(`${found}\n${told(one, policy)}`)
      continue
    }
    counts.unreadable += found.unreadable
    for (const key of ['values', 'refused', 'leftByColumns', 'leftBySql'] as const) counts[key] += found[key]
    for (const [reader, key] of [
      ['columns', 'differentInColumns'],
      ['sql', 'differentInSql'],
    ] as const)
      if (found.differences.some(difference => difference.reader === reader)) counts[key]++
    const [first] = found.differences
    if (first) failures.push(await shrunk(one, policy, situations[first.household]!, first, database))
    if (say && (nth + 1) % 100 === 0) say(`   ${nth + 1} policies, ${failures.length} with a difference`)
  }
  return { counts, failures }
}

async function read({ programme }: FuzzPolicy, situations: readonly Situation[], database: SqlDatabase) {
  const rules = readable(programme)
  const comparison = await compareReaders(programme, situations, database, rules)
  return { ...comparison, unreadable: programme.rules.length - rules.length }
}

/** Leaves out members as long as the difference stays. */
async function shrunk(
  seed: number,
  policy: FuzzPolicy,
  situation: Situation,
  first: Difference,
  database: SqlDatabase,
): Promise<string> {
  const rules = first.rule === '' ? readable(policy.programme) : [first.rule]
  const differs = async (smaller: Situation) => {
    const { differences } = await compareReaders(policy.programme, [smaller], database, rules)
    return differences.find(({ reader }) => reader === first.reader)
  }
  let [smallest, difference] = [situation, first]
  for (let i = situation.members.length - 1; i >= 0 && smallest.members.length > 1; i--) {
    const smaller = { ...smallest, members: smallest.members.toSpliced(i, 1) }
    const still = await differs(smaller).catch(() => undefined)
    if (still) [smallest, difference] = [smaller, still]
  }
  const { reader, rule, exact, found } = difference
  return `${reader} says ${rule} = ${found}, the interpreter ${exact}\n${JSON.stringify(smallest)}\n${told(seed, policy)}`
}

function told(seed: number, { text, programme }: FuzzPolicy): string {
  return `seed ${seed}, on ${programme.date}\n${text}`
}
