/** Runs every case of a suite and counts: by class, by topic, and what was missed. */
import { show, type Value } from '@doudi/policy/untyped'
import { type Class, classes, classify } from './classify.ts'
import { type Outcome, runCase } from './run-case.ts'
import type { Suite, Topic } from './suite.ts'

export interface Figures {
  readonly total: number
  readonly pass: number
  readonly fail: number
  /** Cases that expect something other than null anywhere; an engine that always answers null passes none of them. */
  readonly nonNull: number
  readonly nonNullPass: number
}

export interface Miss {
  readonly topic: string
  readonly id: string
  readonly class: Class
  /** What came out and what was expected, and what went wrong on the way. */
  readonly found: string
}

export interface Score {
  readonly classes: Readonly<Record<Class, Figures>>
  /** A and B together. */
  readonly inScope: Figures
  readonly total: number
  readonly topics: readonly { readonly name: string; readonly classes: Readonly<Record<Class, Figures>> }[]
  readonly misses: readonly Miss[]
}

interface Judged {
  readonly topic: string
  readonly id: string
  readonly class: Class
  readonly outcome: Outcome
}

export function scoreSuite(suite: Suite): Score {
  const judged = suite.topics.flatMap(judgeTopic)
  return {
    classes: byClass(judged),
    inScope: figures(judged.filter(one => one.class === 'A' || one.class === 'B')),
    total: judged.length,
    topics: suite.topics.map(({ name }) => ({ name, classes: byClass(judged.filter(one => one.topic === name)) })),
    misses: judged
      .filter(one => !one.outcome.passed)
      .map(one => ({ topic: one.topic, id: one.id, class: one.class, found: describe(one.outcome) })),
  }
}

function judgeTopic({ name, library, cases }: Topic): Judged[] {
  return cases.map(({ test, model }) => {
    if (model) {
      const outcome = runCase(library, model, test)
      return { topic: name, id: test.id, class: classify(library, model, test), outcome }
    }
    const problems = [`the model ${test.model} is not there or cannot be read`]
    const nonNull = test.results.some(({ expected }) => expected.is !== 'null')
    return { topic: name, id: test.id, class: 'outside', outcome: { passed: false, nonNull, problems, results: [] } }
  })
}

function byClass(judged: readonly Judged[]): Record<Class, Figures> {
  const counted = classes.map(name => [name, figures(judged.filter(one => one.class === name))] as const)
  return Object.fromEntries(counted) as Record<Class, Figures>
}

function figures(judged: readonly Judged[]): Figures {
  const passed = judged.filter(one => one.outcome.passed)
  return {
    total: judged.length,
    pass: passed.length,
    fail: judged.length - passed.length,
    nonNull: judged.filter(one => one.outcome.nonNull).length,
    nonNullPass: passed.filter(one => one.outcome.nonNull).length,
  }
}

function describe({ results, problems }: Outcome): string {
  const differences = results.map(({ name, actual, expected }) => `${name}: ${text(actual)}, not ${text(expected)}`)
  return [...differences.slice(0, 3), ...problems.slice(0, 2)].join('; ').slice(0, 300)
}

function text(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : show(value)
}
