/** The coverage report, run as a script would run it over small packs of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CoverageReport, kindsMissing, loadPacks, variationFaults, workedFaults } from '@doudi/policy'
import { afterEach, expect, test } from 'vitest'
import { policyCheckCommand } from './policy-check.ts'
import { inRepository, ownVariations, ownWorked, policyCoverageCommand } from './policy-coverage.ts'
import { ownPolicies, readPolicyFolder } from './read-policy-folder.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const cite = (clause: string) => `citation: { document: rules, clause: ${clause} }`
const rule = (name: string, id: string, formula: string, clause: string, more = '') =>
  `  - { name: ${name}, id: ${id}, ${more} versions: [{ from: 2020-01-01, formula: '${formula}', ${cite(clause)} }] }`

/** 第一条 sets a limit, 第二条 compares with it, 第三条 leaves a value open, 第四条 says who visits, 第十条 asks. */
const pack: Readonly<Record<string, string>> = {
  'p/pack.yaml': `name: p
title: { zh-CN: 试验, en: Trial }
level: nation
area: '000000'
documents:
  - { id: rules, title: 试验办法, number: 试〔2020〕1号, issuer: 试验, date: 2020-01-01 }
`,
  'p/parameters/all.yaml': `parameters:
  - name: 存款限额
    id: limit
    unit: 元
    reviewBy: 2024-12-31
    values: [{ from: 2020-01-01, value: '1000', ${cite('第一条')} }]
  - name: 补贴金额
    id: extra
    unit: 元/月
    min: '0'
    openTo: [city]
    values: [{ from: 2020-01-01, unset: true, ${cite('第三条')} }]
  - name: 入户人数
    id: visitors
    unit: 人
    values: [{ from: 2020-01-01, value: '2', ${cite('第四条')} }]
`,
  'p/programmes/x/form.yaml': `collection: { name: 家庭成员, id: members, longest: 30 }
fields:
  - { id: deposits, name: 存款, scope: household, type: number, unit: 元, label: { zh-CN: 存款, en: Deposits }, ${cite('第十条')} }
  - { id: ill, name: 重病, scope: member, type: yes-no, label: { zh-CN: 重病, en: Ill } }
`,
  'p/programmes/x/rules.yaml': ['rules:', rule('符合', 'eligible', '存款 <= 存款限额', '第二条', 'type: yes-no,')]
    .concat(
      rule(
        '纳入方式',
        'route',
        '"不纳入"',
        '第二条',
        'type: choice, options: [{ value: 不纳入, id: none, en: none }],',
      ),
      rule('类别', 'category', '"无"', '第二条', 'type: choice, options: [{ value: 无, id: none, en: none }],'),
      rule('金额', 'amount', 'if 符合 then 100 else 补贴金额', '第二条', 'unit: 元/月,'),
      rule('人数', 'people', 'count(家庭成员)', '第二条', 'unit: 人,'),
      '',
    )
    .join('\n'),
  'p/programmes/x/programme.yaml': `id: x
title: { zh-CN: 试验项目, en: Trial programme }
decision: { eligible: 符合, route: 纳入方式, category: 类别, amount: 金额, coveredPeople: 人数 }
`,
}

const within = `programme: x
date: 2021-01-01
cases:
  - name: 存款在限额以内
    clauses: [rules 第二条]
    kind: passes
    situation: { household: { deposits: 900 }, members: [{ ill: false }] }
    expect: { decision: { eligible: true } }
  - name: 存款正好等于限额
    clauses: [rules 第一条, rules 第二条]
    kind: boundary
    situation: { household: { deposits: 1000 }, members: [{ ill: false }] }
    expect: { decision: { eligible: true } }
`
const above = `programme: x
date: 2021-01-01
cases:
  - name: 存款超过限额，要用到没有设定的补贴
    situation: { household: { deposits: 1001 }, members: [{ ill: false }] }
    expect: { refused: policy.parameter-unset }
`

function folderWith(more: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-coverage-'))
  folders.push(folder)
  for (const [path, text] of Object.entries({ ...pack, ...more })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const io = { stdin: () => Promise.resolve(''), cwd: '/', env: {} }
const run = (...argv: string[]) => policyCoverageCommand.run(argv, io)

async function report(folder: string, ...argv: string[]) {
  const { exitCode, stdout } = await run(folder, '--json', '--date', '2024-12-31', ...argv)
  const read = JSON.parse(stdout)
  const clause = (name: string) => read.documents[0].clauses.find((c: { clause: string }) => c.clause === name)
  return { exitCode, read, clause }
}

test('a clause leads to what rests on it and to the cases that name it', async () => {
  const { clause } = await report(folderWith({ 'p/cases/x.yaml': within }))
  expect(clause('第一条').rests).toMatchObject([{ by: 'parameter', name: '存款限额', unset: false }])
  expect(clause('第二条').rests.map(({ name }: { name: string }) => name)).toEqual([
    '符合',
    '纳入方式',
    '类别',
    '金额',
    '人数',
  ])
  expect(clause('第二条').shown).toEqual({
    passes: [{ pack: 'p', name: '存款在限额以内', assumes: [] }],
    fails: [],
    boundary: [{ pack: 'p', name: '存款正好等于限额', assumes: [] }],
    named: [],
  })
})

test('a clause that no case names still counts when an answer, or a refusal, read what rests on it', async () => {
  const { clause, exitCode } = await report(folderWith({ 'p/cases/x.yaml': above }))
  expect(clause('第一条').readIn).toEqual([{ pack: 'p', name: '存款超过限额，要用到没有设定的补贴', assumes: [] }])
  expect(clause('第三条').readIn).toHaveLength(1)
  expect(exitCode).toBe(0)
})

test('a clause of a formula without any case is listed, and the answer is no', async () => {
  const folder = folderWith({ 'p/cases/x.yaml': within })
  const { clause, exitCode } = await report(folder)
  expect(clause('第三条').readIn).toEqual([])
  expect(exitCode).toBe(1)
  const { stdout } = await run(folder, '--date', '2024-12-31')
  expect(stdout).toContain('| `rules` 第三条 | any case 任何案例 | 参数 补贴金额 (p)〔未设定〕 |')
  expect(stdout).toContain('| `rules` 第一条 | 符合、不符合 | 参数 存款限额 (p) |')
})

test('clauses that no formula rests on are told apart and ask for no case', async () => {
  const { clause, read } = await report(folderWith({ 'p/cases/x.yaml': above }))
  expect([clause('第二条').use, clause('第四条').use, clause('第十条').use]).toEqual([
    'computed',
    'recorded',
    'procedural',
  ])
  expect(read.documents[0].clauses.map((c: { clause: string }) => c.clause)).toEqual([
    '第一条',
    '第二条',
    '第三条',
    '第四条',
    '第十条',
  ])
})

test('a clause of a check is shown by a case that says which checks fail', async () => {
  const check = `checks:
  - name: 限额不能太低
    formula: 存款限额 >= 500
    from: 2020-01-01
    message: { zh-CN: 限额太低, en: The limit is too low }
    ${cite('第五条')}
`
  const silent = { 'p/parameters/check.yaml': check, 'p/cases/x.yaml': within }
  expect((await report(folderWith(silent))).clause('第五条')).toMatchObject({ use: 'computed', readIn: [] })
  const weighed = within.replace('{ decision: { eligible: true } }', '{ checks: [] }')
  const { clause } = await report(folderWith({ ...silent, 'p/cases/x.yaml': weighed }))
  expect(clause('第五条').readIn).toEqual([{ pack: 'p', name: '存款在限额以内', assumes: [] }])
})

test('a case that sets a value for itself says so; the pack keeps the value unset', async () => {
  const assumed = above
    .replace(
      '    situation:',
      '    overrides: { extra: 50 }\n    clauses: [rules 第三条]\n    kind: fails\n    situation:',
    )
    .replace('refused: policy.parameter-unset', 'decision: { amountFenPerMonth: 5000 }')
  const folder = folderWith({ 'p/cases/x.yaml': assumed })
  const { clause, read } = await report(folder)
  expect(clause('第三条').shown.fails).toMatchObject([{ assumes: ['extra'] }])
  expect(read.open).toMatchObject([{ parameter: '补贴金额', packs: ['p'] }])
  expect((await run(folder)).stdout).toContain('存款超过限额，要用到没有设定的补贴 (p，假定 1 项)')
  const beyond = folderWith({ 'p/cases/x.yaml': assumed.replace('extra: 50', 'extra: -1') })
  expect((await policyCheckCommand.run([beyond], io)).stdout).toContain('refused: policy.override-invalid (extra)')
})

test('values not set are listed with the clause and with every pack that has none', async () => {
  const city = `name: c
title: { zh-CN: 试验市, en: Trial city }
level: city
area: '110000'
inherits: p
documents:
  - { id: local, title: 市的办法, issuer: 试验市, date: 2021-01-01 }
`
  const set = `values: [{ name: 补贴金额, values: [{ from: 2021-01-01, value: '50', citation: { document: local, clause: 一 } }] }]`
  const open = { parameter: '补贴金额', leftOpenBy: 'p', document: 'rules', clause: '第三条' }
  const { read } = await report(folderWith({ 'c/pack.yaml': city }))
  expect(read.open).toEqual([{ ...open, packs: ['p', 'c'] }])
  const { read: after } = await report(folderWith({ 'c/pack.yaml': city, 'c/parameters/x.yaml': set }))
  expect(after.open).toEqual([{ ...open, packs: ['p'] }])
  const { read: ofCity } = await report(folderWith({ 'c/pack.yaml': city, 'c/parameters/x.yaml': set }), '--pack', 'c')
  expect(ofCity.open).toEqual([])
  expect(ofCity.documents).toMatchObject([{ id: 'local', pack: 'c', clauses: [{ clause: '一' }] }])
})

test('a review is past on the day after its date, here and in policy check', async () => {
  const folder = folderWith({ 'p/cases/x.yaml': above })
  expect((await report(folder)).read.pastReview).toEqual([])
  const { exitCode, stdout } = await run(folder, '--date', '2025-01-01')
  expect(stdout).toContain('review past since 2024-12-31: 存款限额 (p)')
  expect(exitCode).toBe(1)
  const check = (date: string) => policyCheckCommand.run([folder, '--date', date], io)
  expect((await check('2024-12-31')).stdout).toContain('0 errors, 0 warnings')
  const { stdout: warned, exitCode: stillFine } = await check('2025-01-01')
  expect(warned).toContain('p/parameters/all.yaml:5:15 warning pack.review-past')
  expect(stillFine).toBe(0)
})

test('a formula that needs itself is shown', async () => {
  const rules = pack['p/programmes/x/rules.yaml']!
  const circular = rules.replace('存款 <= 存款限额', '金额 > 0')
  const { stdout, exitCode } = await run(folderWith({ 'p/programmes/x/rules.yaml': circular }))
  expect(stdout).toMatch(/p\/programmes\/x\/rules\.yaml:\d+ \| .*符合 → 金额 → 符合/)
  expect(exitCode).toBe(1)
})

test('could not run: no packs, an unknown pack, a day that is none, a page for a part', async () => {
  const folder = folderWith({})
  expect(await run(join(folder, 'p/programmes'))).toMatchObject({ exitCode: 2 })
  expect(await run(folder, '--pack', 'q')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('known: p') })
  expect(() => run(folder, '--date', '2024-02-30')).toThrow('--date wants a day')
  expect(await run(folder, '--write')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('leave out DIR') })
})

test('the packs of the product: every computed clause is shown satisfied, not satisfied and at its line', async () => {
  const { stdout, exitCode } = await run('--json', '--date', '2026-07-01')
  const { documents, circles }: CoverageReport = JSON.parse(stdout)
  expect(documents.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['l26', 'd57', 'jn2020', 'cz2021', 'bs2021', 'ah2014', 'xc2018']),
  )
  const lacking = documents.flatMap(({ id, clauses }) =>
    clauses.flatMap(clause => kindsMissing(clause).map(kind => `${id} ${clause.clause}: ${kind}`)),
  )
  expect(lacking).toEqual([])
  expect(circles).toEqual([])
  expect(exitCode).toBe(0)
})

test('each of the 53 differences between the places is carried by the packs whose documents speak of it', () => {
  const variations = ownVariations()
  expect(variations.problems).toEqual([])
  expect(variationFaults(loadPacks(readPolicyFolder(ownPolicies)).packs, variations, 53)).toEqual([])
})

test('each of the 30 worked cases is answered by a case of the packs, or by a test that bears its number', () => {
  const worked = ownWorked()
  expect(worked.problems).toEqual([])
  expect(workedFaults(loadPacks(readPolicyFolder(ownPolicies)).packs, worked, 30)).toEqual([])
  const missing = worked.rows
    .flatMap(({ tests }) => tests)
    .filter(({ file, title }) => !readFileSync(inRepository(file), 'utf8').includes(`test('${title}'`))
  expect(missing).toEqual([])
})
