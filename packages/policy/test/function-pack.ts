/** A pack with a formula for every function, operator and loop of the language, and families for it. */
import fc from 'fast-check'
import { loadPacks } from '../src/index.ts'

const citation = '{ document: d, clause: 示例 }'

/** `m` for a formula about a member; then its type or unit, and its text. */
const formulas: readonly (readonly [name: string, about: 'm' | 'h', type: string, formula: string])[] = [
  ['岁数', 'm', 'number', 'years and months duration(生日, 评估日期).years'],
  ['零月', 'm', 'number', 'years and months duration(生日, 评估日期).months'],
  ['倒着算', 'm', 'number', 'years and months duration(评估日期, 生日).years'],
  ['生年', 'm', 'number', '生日.year'],
  ['生月', 'm', 'number', '生日.month'],
  ['生日数', 'm', 'number', '生日.day'],
  ['满六十', 'm', 'yes-no', '生日 + duration("P60Y") <= 评估日期'],
  ['前一月', 'm', 'date', '生日 - duration("P1M")'],
  ['减后', 'm', 'number', '甲 - 乙'],
  ['三分', 'm', 'number', '(甲 - 乙) / 3'],
  ['进一', 'm', 'number', 'ceiling((甲 - 乙) / 3)'],
  ['去尾', 'm', 'number', 'floor((甲 - 乙) / 7)'],
  ['离零', 'm', 'number', 'round up((甲 - 乙) / 7, 1)'],
  ['向零', 'm', 'number', 'round down((甲 - 乙) / 7, 1)'],
  ['五入', 'm', 'number', 'round half up((甲 - 乙) / 8, 2)'],
  ['五舍', 'm', 'number', 'round half down((甲 - 乙) / 8, 2)'],
  ['银行家', 'm', 'number', 'decimal((甲 - 乙) / 8, 2)'],
  ['绝对', 'm', 'number', 'abs(甲 - 乙) * 0.3'],
  ['余数', 'm', 'number', 'modulo(甲 - 乙, 0.7)'],
  ['偶', 'm', 'yes-no', 'even(甲 - 乙)'],
  ['奇', 'm', 'yes-no', 'odd(floor(甲))'],
  ['知道丙', 'm', 'number', 'if 丙 != null then 丙 * 2 else -1'],
  ['丙是三', 'm', 'yes-no', 'if 丙 = null then false else (丙 = 3)'],
  ['类中', 'm', 'yes-no', '类 in ("甲类", "丙类")'],
  ['区间', 'm', 'yes-no', '甲 in (<= 1, (3..5], 7)'],
  ['同答', 'm', 'yes-no', '是 = (甲 > 2)'],
  ['换类', 'm', 'choice', 'if 是 then "甲类" else if 甲 > 2 then 类 else "丙类"'],
  ['比人均多', 'm', 'number', '甲 - sum(家庭成员.甲) / 人数'],
  ['名次', 'm', 'number', 'count(家庭成员[甲 > 乙]) + sum(for m in 家庭成员 return if m.甲 > 5 then m.减后 else 0)'],
  ['人数', 'h', 'number', 'count(家庭成员)'],
  ['合计', 'h', 'number', 'sum(家庭成员.甲)'],
  ['平均', 'h', 'number', 'mean(家庭成员.甲)'],
  ['还原', 'h', 'number', '(平均 - 3) * 人数'],
  ['再除', 'h', 'number', '平均 / (人数 + 1) + 户数值 / max(人数, 2)'],
  ['最小', 'h', 'number', 'min(for m in 家庭成员 return m.三分)'],
  ['最大', 'h', 'number', 'max(家庭成员.减后)'],
  ['三数', 'h', 'number', 'max(平均, 户数值 / 3, min(合计, 4))'],
  ['全', 'h', 'yes-no', 'all(for m in 家庭成员 return m.是)'],
  ['有', 'h', 'yes-no', 'any(家庭成员[甲 > 3].是)'],
  ['含', 'h', 'yes-no', 'list contains(家庭成员.甲, 户数值)'],
  ['含字面', 'h', 'yes-no', 'list contains([1, 2, 3.5], 户数值)'],
  ['有人', 'h', 'yes-no', 'some m in 家庭成员[是] satisfies (m.甲 > 平均)'],
  ['人人', 'h', 'yes-no', 'every m in 家庭成员 satisfies (m.岁数 > 3 or m.甲 < 户数值)'],
  ['高于平均', 'h', 'number', 'count(家庭成员[甲 > 2])'],
  ['套中套', 'h', 'number', 'sum(for m in 家庭成员 return if m.甲 > mean(家庭成员.乙) then m.三分 else 0)'],
  ['进到元', 'h', 'number', 'ceiling((940 - 平均) * 人数)'],
  ['靠未设定', 'h', 'number', 'if 户数值 > 4 then 没定 else 户数值'],
  ['除以未设定', 'h', 'number', 'if 户数值 > 6 then 户数值 / (没定 - 1) + modulo(户数值, 没定 - 1) else 1'],
  ['靠不明', 'h', 'yes-no', '户数值 > 4 and 不明'],
  ['含且全', 'h', 'yes-no', 'list contains(家庭成员.甲, 户数值) and 全'],
  ['数到不明', 'h', 'number', 'if 户数值 < -8 then count([不明, 全]) else 0'],
  ['公元前', 'm', 'date', '生日 - duration("P999Y") - duration("P999Y") - duration("P99Y5M")'],
  ['公元前年', 'm', 'number', '公元前.year * 100 + 公元前.month'],
  ['隔多久', 'm', 'number', 'years and months duration(公元前, 生日 + duration("P999Y")).years'],
  ['跨类', 'h', 'choice', 'if 全 then "甲类" else "乙类"'],
]

const options = '[{ value: 甲类, id: a, en: a }, { value: 乙类, id: b, en: b }, { value: 丙类, id: c, en: c }]'

function ruleOf([name, about, type, formula]: (typeof formulas)[number], i: number): string {
  return `  - name: ${name}
    id: r${i}
    scope: ${about === 'm' ? 'member' : 'household'}
    type: ${type}
${type === 'choice' ? `    options: ${options}\n` : ''}    versions: [{ from: 2020-01-01, formula: '${formula}', citation: ${citation} }]`
}

function fieldOf(name: string, id: string, scope: string, more: string): string {
  return `  - { name: ${name}, id: ${id}, scope: ${scope}, page: ${scope}, label: { zh-CN: ${name}, en: ${id} }, ${more} }`
}

const files = new Map([
  [
    'p/pack.yaml',
    `name: p
title: { zh-CN: 试, en: test }
level: nation
area: "000000"
documents: [{ id: d, title: 示例, issuer: 示例, date: 2020-01-01 }]
`,
  ],
  [
    'p/parameters/p.yaml',
    `parameters:
  - { name: 没定, id: unsetOne, label: { zh-CN: 没定, en: unset }, min: "1.5", max: "10", values: [{ from: 2020-01-01, unset: true, citation: ${citation} }] }
`,
  ],
  [
    'p/programmes/x/form.yaml',
    `collection: { name: 家庭成员, id: members, longest: 5 }
pages:
  - { id: household, title: { zh-CN: 户, en: h }, scope: household }
  - { id: member, title: { zh-CN: 人, en: m }, scope: member }
fields:
${[
  fieldOf('户数值', 'h1', 'household', 'type: number, min: "-10", max: "10", decimals: 1'),
  fieldOf('不明', 'h2', 'household', 'type: yes-no, unsureAllowed: true'),
  fieldOf('甲', 'a', 'member', 'type: number, max: "10", decimals: 2'),
  fieldOf('乙', 'b', 'member', 'type: number, max: "10", decimals: 1'),
  fieldOf('丙', 'c', 'member', 'type: number, max: "10", decimals: 0, nullable: true'),
  fieldOf('是', 'd', 'member', 'type: yes-no'),
  fieldOf('类', 'e', 'member', `type: choice, options: ${options}`),
  fieldOf('生日', 'f', 'member', 'type: date'),
].join('\n')}
`,
  ],
  [
    'p/programmes/x/programme.yaml',
    `id: x
title: { zh-CN: 试, en: test }
decision: { eligible: 全, route: 跨类, category: 跨类, amount: 进到元, coveredPeople: 人数 }
outputs: [{ rule: 人数 }]
`,
  ],
  ['p/programmes/x/rules.yaml', `rules:\n${formulas.map(ruleOf).join('\n')}\n`],
])

const tenths = (min: number, max: number) => fc.integer({ min, max }).map(n => (n < 0 ? `-${show(-n)}` : show(n)))
const show = (n: number) => `${Math.trunc(n / 10)}.${n % 10}`
const people = fc.record({
  甲: fc.oneof(
    fc.integer({ min: 0, max: 10 }).map(String),
    fc.integer({ min: 0, max: 999 }).map(n => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`),
  ),
  乙: tenths(0, 100),
  丙: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  是: fc.boolean(),
  类: fc.constantFrom('甲类', '乙类', '丙类'),
  生日: fc.constantFrom(
    '2004-02-29',
    '2003-02-28',
    '1964-03-01',
    '1964-02-29',
    '2024-02-29',
    '2024-03-31',
    '1999-12-31',
  ),
})
export const family = fc.record({
  household: fc.record({ 户数值: tenths(-100, 100), 不明: fc.constantFrom(true, false, null) }),
  members: fc.array(people, { minLength: 1, maxLength: 5 }),
})

export const functionPack = loadPacks(files)
