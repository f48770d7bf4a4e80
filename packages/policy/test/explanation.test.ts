/**
 * What people are told, for typical situations, word by word. `golden/*.txt` holds the texts as they were last read
 * and found good; `GOLDEN=write npm test -- packages/policy/test/explanation.test.ts` writes them anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@doudi/kernel'
import { describe, expect, test } from 'vitest'
import { compile, type Evaluation, evaluate, narrate, type Situation, sayObstacles } from '../src/index.ts'
import { loaded } from './policies.ts'

interface Told {
  readonly title: string
  readonly situation: Situation
  readonly programme?: string
  readonly pack?: string
  readonly date?: string
  /** Also every step; one person is enough to read them. */
  readonly steps?: true
}

const wage = { value: '2600', source: 'verification:social-insurance', date: '2021-09-01' }
const couple = [
  { birthDate: '1979-08-12', wage, contributions: 286 },
  { relation: 'spouse', birthDate: '1981-02-06' },
]
const alone = { birthDate: '1975-03-01' }
const needsHelp = {
  birthDate: '1962-03-04',
  ...{ eats: false, dresses: false, getsUp: false, usesToilet: false, walksIndoors: true, bathes: true },
}
const parents = [
  { relation: 'parent', birthDate: '1968-01-01', supportedLongTerm: true, pension: 2000 },
  { relation: 'parent', birthDate: '1969-01-01', supportedLongTerm: true, pension: 1900 },
]

const situations: Readonly<Record<string, Told>> = {
  approved: {
    title: '一家三口，符合',
    steps: true,
    situation: {
      household: { deposits: { value: 21000, source: 'declared', date: '2021-09-10' }, homes: 1 },
      members: [...couple, { relation: 'child', birthDate: '2009-09-15' }],
    },
  },
  'approved-mixed': {
    title: '一家两口，城乡各一人，符合',
    pack: 'demo-jinan',
    situation: {
      members: [
        { ...alone, registration: 'urban' },
        { relation: 'spouse', birthDate: '1977-01-01', registration: 'rural', wage: 300 },
      ],
    },
  },
  'refused-income': {
    title: '收入超过标准',
    situation: { members: [{ ...alone, otherIncome: '1500.33' }] },
    steps: true,
  },
  'refused-at-the-line': { title: '收入正好等于标准', situation: { members: [{ ...alone, otherIncome: 940 }] } },
  'refused-deposits': {
    title: '存款超过限额',
    situation: {
      household: { deposits: { value: '30000.05', source: 'verification:deposits', date: '2021-09-05' } },
      members: [alone],
    },
  },
  'refused-car': { title: '有一辆汽车', situation: { household: { vehicles: 1 }, members: [alone] } },
  'refused-twice': {
    title: '收入和存款都超过',
    situation: { household: { deposits: 60000, homes: 3 }, members: [{ ...alone, otherIncome: 2000 }] },
  },
  'single-person': {
    title: '边缘家庭里的重残人员单独纳入',
    situation: {
      members: [{ birthDate: '1995-04-12', disabilityType: 'visual', disabilityGrade: 2 }, ...parents],
    },
  },
  edge: {
    title: '低保边缘家庭，没有人可以单独纳入',
    situation: {
      members: [{ birthDate: '1995-04-12', disabilityType: 'physical', disabilityGrade: 3 }, ...parents],
    },
  },
  retention: {
    title: '因就业超过标准，处于渐退期',
    date: '2023-04-01',
    situation: {
      household: { onDibao: true, grantBefore: 700, excessCause: 'employment', retentionUsed: 2 },
      members: [
        { birthDate: '1980-01-01', wage: { value: 3200, source: 'visit', date: '2023-03-28' }, contributions: 300 },
        { relation: 'spouse', birthDate: '1981-01-01' },
      ],
    },
  },
  'rigid-spending': {
    title: '收入高于边缘线，刚性支出大',
    pack: 'demo-xincheng',
    date: '2025-03-01',
    situation: {
      household: { medicalSpending: 2000, schoolingSpending: 700 },
      members: [
        { birthDate: '1979-01-01', wage: 3300 },
        { relation: 'spouse', birthDate: '1980-01-01', sex: 'female', health: 'in-treatment' },
        { relation: 'child', birthDate: '2009-01-01', schooling: 'bachelor' },
      ],
    },
  },
  tekun: {
    title: '特困：肢体二级残疾，四项不能自己完成',
    programme: 'tekun',
    pack: 'demo-jinan',
    steps: true,
    situation: {
      members: [{ ...needsHelp, disabilityType: 'physical', disabilityGrade: 2, otherIncome: 300 }],
    },
  },
  'tekun-able-to-work': {
    title: '特困：三级肢体残疾，五十九岁',
    programme: 'tekun',
    pack: 'demo-jinan',
    situation: { members: [{ ...needsHelp, disabilityType: 'physical', disabilityGrade: 3 }] },
  },
  'tekun-with-supporter': {
    title: '特困：一个儿子有能力赡养，收入也不低',
    programme: 'tekun',
    pack: 'demo-jinan',
    situation: { members: [{ ...needsHelp, birthDate: '1950-01-01', pension: 840, supporters: 2, supportersAway: 1 }] },
  },
  'unset-parameter': {
    title: '标准还没有设定',
    pack: 'jinan',
    situation: { members: [alone] },
  },
  'undetermined-fact': {
    title: '存款说不准',
    situation: { household: { deposits: null }, members: [alone] },
  },
}

describe('what people are told', () => {
  for (const [name, told] of Object.entries(situations))
    test(told.title, () => {
      const file = join(import.meta.dirname, 'golden', `${name}.txt`)
      const text = tell(told)
      if (process.env.GOLDEN === 'write') {
        mkdirSync(join(file, '..'), { recursive: true })
        writeFileSync(file, text)
      }
      expect(text).toBe(readFileSync(file, 'utf8'))
    })
})

function tell(told: Told): string {
  const { title, situation, steps, programme = 'dibao', pack = 'demo-changzhou', date = '2021-09-13' } = told
  const head = [`# ${title}`, '', JSON.stringify(situation), '']
  try {
    const evaluation = evaluate(compile(loaded.packs, { pack, programme, date }), situation)
    return [...head, ...inLocale(evaluation, 'zh-CN', steps), '', ...inLocale(evaluation, 'en', steps), ''].join('\n')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [...head, `${error.code} ${JSON.stringify(error.details)}`, ''].join('\n')
  }
}

const headings = {
  'zh-CN': { decision: '决定', reasons: '理由', sum: '算式', missing: '还差什么', steps: '逐项' },
  en: { decision: 'Decision', reasons: 'Reasons', sum: 'Sum', missing: 'What is missing', steps: 'Step by step' },
} as const

function inLocale(evaluation: Evaluation, locale: 'zh-CN' | 'en', steps = false): string[] {
  const { decision, explanation, workedSum, obstacles, trace } = evaluation
  const words = headings[locale]
  const section = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`## ${heading}`, ...lines])
  return [
    ...section(words.decision, [
      `${decision.category} ${decision.route} ${decision.amountFenPerMonth / 100} × ${decision.coveredPeople}`,
    ]),
    ...section(words.reasons, explanation[locale]),
    ...section(
      words.sum,
      workedSum.map(line => line[locale]),
    ),
    ...section(words.missing, obstacles ? sayObstacles(obstacles).map(line => line[locale]) : []),
    ...section(
      words.steps,
      (steps ? narrate(trace) : []).map(line => line[locale]),
    ),
  ]
}
