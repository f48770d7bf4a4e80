/** One formula or table in the small pack of the mistakes, run for one household. */
import { compile, evaluate, loadPacks, type Situation, type TraceNode } from '../src/index.ts'
import { basePack, formulaLines, type Mistake, rulesFile, tableLines } from './mistakes.ts'

export type Trial = Pick<Mistake, 'formula' | 'table' | 'rule' | 'also'>

/** Everything that one member must say, so that tests name only what they are about. */
const nobody = { wage: 0, grade: 0, ill: false, born: '1980-01-01', kind: '无' }
const nothing = { deposits: 0, homes: 0, subsidy: null }

/** The node of the tested rule, or of each member for a rule about members. Throws when the rule has a mistake. */
export function run(trial: Trial, situation: Partial<Situation> = {}, date = '2021-09-13'): readonly TraceNode[] {
  const { packs, problems } = loadPacks(new Map(Object.entries({ ...basePack, ...trialFiles(trial) })))
  const [first] = problems
  if (first) throw new Error(`${first.code} ${first.line}:${first.column} ${first.message['zh-CN']}`)
  const { trace } = evaluate(compile(packs, { pack: 'p', programme: 'x', date }), {
    household: { ...nothing, ...situation.household },
    members: (situation.members ?? [{}]).map(member => ({ ...nobody, ...member })),
  })
  return trace.inputs[0]!.inputs
}

/** The exact value as text. */
export function answerOf(trial: Trial, situation: Partial<Situation> = {}): string | boolean | null {
  return run(trial, situation)[0]!.value
}

function trialFiles({ formula, table, rule = {}, also = {} }: Trial): Record<string, string> {
  const written = table ? tableLines(table) : formulaLines(formula!)
  const reads = rule.scope === 'member' ? 'every m in 家庭成员 satisfies m.被测 = m.被测' : '被测 = 被测'
  const plain = (name: string, id: string, type: string, text: string) =>
    `  - { name: ${name}, id: ${id}, type: ${type}, versions: [{ from: 2020-01-01, formula: '${text}', citation: { document: doc, clause: 一 } }] }\n`
  const choice = (name: string, id: string) =>
    `  - { name: ${name}, id: ${id}, type: choice, options: [{ value: 无, id: none, en: none }], versions: [{ from: 2020-01-01, formula: '"无"', citation: { document: doc, clause: 一 } }] }\n`
  return {
    'p/programmes/x/rules.yaml':
      rulesFile(written, rule, also) +
      plain('触发', 'trigger', 'yes-no', reads) +
      plain('零', 'nil', 'number', '0') +
      choice('方式', 'route') +
      choice('类别', 'category'),
    'p/programmes/x/programme.yaml': `${basePack['p/programmes/x/programme.yaml']}decision: { eligible: 触发, route: 方式, category: 类别, amount: 零, coveredPeople: 零 }\n`,
  }
}
