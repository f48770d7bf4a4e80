/** A small law for tests: a nation that sets bounds, a city below it, and drafts over them. */
import type { Change, ChangeSet, RuleChange, ValueChange } from './change.ts'
import { checkDraft } from './check-draft.ts'
import { type Edition, readEdition } from './edition.ts'
import { withChanges } from './published-file.ts'

const nation = {
  'n/pack.yaml': `name: n
title: { zh-CN: 全国, en: Nation }
level: nation
area: '000000'
documents:
  - { id: law, title: 试验法, issuer: 试验, date: 2020-01-01 }
`,
  'n/parameters/standard.yaml': `parameters:
  - { name: 城镇标准, id: urban, unit: 元/月, min: '1', max: '5000', openTo: [city], values: [{ from: 2020-01-01, unset: true, citation: { document: law, clause: 一 } }] }
  - { name: 农村标准, id: rural, unit: 元/月, min: '1', max: '5000', openTo: [city], values: [{ from: 2020-01-01, unset: true, citation: { document: law, clause: 一 } }] }
  - { name: 上年支出, id: spending, statistic: true, unit: 元/月, min: '1', openTo: [city], values: [{ from: 2020-01-01, unset: true, citation: { document: law, clause: 二 } }] }
  - { name: 占比上限, id: share, min: '0', max: '1', openTo: [city], values: [{ from: 2020-01-01, unset: true, citation: { document: law, clause: 二 } }] }
  - { name: 倍数, id: multiple, unit: 倍, min: '1', max: '5', openTo: [city], change: raise, values: [{ from: 2020-01-01, value: '1.5', citation: { document: law, clause: 三 } }] }
  - { name: 年限, id: years, unit: 年, min: '0', decimals: 0, values: [{ from: 2020-01-01, value: '3', citation: { document: law, clause: 四 } }] }
checks:
  - { name: 城乡之比, formula: 城镇标准 <= 1.3 * 农村标准, from: 2020-01-01, soft: true, message: { zh-CN: 城乡差距过大, en: too far apart }, citation: { document: law, clause: 五 } }
  - { name: 城镇不低于农村, formula: 城镇标准 >= 农村标准, from: 2020-01-01, message: { zh-CN: 城镇低于农村, en: urban below rural }, citation: { document: law, clause: 六 } }
  - { name: 城镇占比, formula: 城镇标准 <= 占比上限 * 上年支出, from: 2020-01-01, message: { zh-CN: 占比过高, en: too large a share }, citation: { document: law, clause: 七 } }
  - { name: 不超过上年支出, formula: 农村标准 <= 上年支出, from: 2020-01-01, message: { zh-CN: 高于上年支出, en: above last year’s spending }, citation: { document: law, clause: 七 } }
`,
  'n/programmes/x/form.yaml': `fields:
  - { id: wage, name: 工资, scope: household, type: number, unit: 元/月, max: '100000', label: { zh-CN: 工资, en: Wage } }
`,
  'n/programmes/x/rules.yaml': `rules:
  - { name: 折算, id: counted, unit: 元/月, label: { zh-CN: 折算收入, en: Counted income }, openTo: [city], versions: [{ from: 2020-01-01, formula: 工资, citation: { document: law, clause: 八 } }] }
  - { name: 符合, id: eligible, type: yes-no, label: { zh-CN: 符合, en: Eligible }, versions: [{ from: 2020-01-01, formula: 折算 < 城镇标准, citation: { document: law, clause: 八 } }] }
  - { name: 金额, id: amount, unit: 元/月, label: { zh-CN: 金额, en: Amount }, versions: [{ from: 2020-01-01, formula: if 符合 then 城镇标准 else 0, citation: { document: law, clause: 八 } }] }
  - { name: 人数, id: people, unit: 人, label: { zh-CN: 人数, en: People }, versions: [{ from: 2020-01-01, formula: if 符合 then 1 else 0, citation: { document: law, clause: 八 } }] }
  - { name: 方式, id: route, type: choice, label: { zh-CN: 方式, en: Route }, options: [{ value: 整户, id: household, en: whole }], versions: [{ from: 2020-01-01, formula: '"整户"', citation: { document: law, clause: 八 } }] }
`,
  'n/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验救助, en: Trial aid }
decision: { eligible: 符合, route: 方式, category: 方式, amount: 金额, coveredPeople: 人数 }
`,
}

const city = {
  'c/pack.yaml': `name: c
title: { zh-CN: 某市, en: City }
level: city
area: '110000'
inherits: n
documents:
  - { id: notice, title: 某市通知, issuer: 某市, date: 2021-01-01 }
`,
  'c/parameters/standard.yaml': `values:
  - { name: 城镇标准, values: [{ from: 2021-01-01, value: '700', citation: { document: notice, clause: 一 } }] }
  - { name: 农村标准, values: [{ from: 2021-01-01, value: '600', citation: { document: notice, clause: 一 } }] }
  - { name: 上年支出, reviewBy: 2026-12-31, values: [{ from: 2021-01-01, value: '2000', citation: { document: notice, clause: 二 } }] }
`,
}

/** A digest that is good enough to tell texts apart. */
const digest = (text: string) => String([...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1e9, 7))

export const TODAY = '2026-03-02'

export function smallLaw(files: Readonly<Record<string, string>> = {}): Edition {
  return readEdition({ ...nation, ...city, ...files }, digest)
}

const dated = { from: '2026-07-01', document: 'notice', clause: '三', reason: null }

export function changeOf(change: Partial<ValueChange>): ValueChange {
  return { ...dated, parameter: '城镇标准', value: '720', ...change }
}

/** 折算 is the nation’s, and open to the city. */
export function ruleOf(change: Partial<RuleChange>): RuleChange {
  return { ...dated, programme: 'x', rule: '折算', formula: '工资 / 2', table: null, ...change }
}

/** The law with changes of the city over it. */
export function lawWith(folder: Edition, ...sets: readonly (readonly Change[])[]): Edition {
  return readEdition(withChanges(folder, sets.map(setOf)), digest)
}

function setOf(changes: readonly Change[], i: number): ChangeSet {
  return { pack: 'c', changes, documents: [], note: `第 ${i + 1} 次发布` }
}

/** Findings as `severity code`, with the change they belong to. */
export function findingsFor(
  changes: readonly Partial<ValueChange>[] | readonly RuleChange[],
  { folder = smallLaw(), released = [] as readonly (readonly Change[])[], pack = 'c' } = {},
) {
  const written = changes.map(change => ('rule' in change ? (change as RuleChange) : changeOf(change)))
  const before = lawWith(folder, ...released)
  const sets = [...released.map(setOf), { pack, changes: written, documents: [], note: '草稿' }]
  const after = readEdition(withChanges(folder, sets), digest)
  return checkDraft({ draft: { pack, changes: written }, folder, before, after, today: TODAY })
}
