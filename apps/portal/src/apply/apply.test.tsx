import { calendarDate } from '@doudi/kernel'
import { describe, expect, test } from 'vitest'
import { CASE, VILLAGE } from '../testing/fake-api.testing.ts'
import { Visitor } from '../testing/visitor.testing.ts'
import { wordsFor } from '../words/index.ts'
import type { Answers } from './answers.ts'
import { pathOf } from './path.ts'
import type { Asking } from './question.ts'

const FATHER = '370199197903020030'
const WIFE = '37019919810101002X'

/** Fills in the application of a family of three, up to the check page. */
async function family(visitor = new Visitor()): Promise<Visitor> {
  await visitor.go('/apply')
  await visitor.send({ who: 'self' })
  await visitor.send({ village: VILLAGE, address: '3组12号', same: 'yes' })
  await visitor.send({ name: '陈海', number: FATHER, register: 'rural', more: 'yes' })
  await visitor.send({
    name: '李梅',
    relation: 'spouse',
    document: 'identity-card',
    number: WIFE,
    more: 'yes',
  })
  await visitor.send({
    name: '陈小舟',
    relation: 'child',
    document: 'none',
    'born-year': '2014',
    'born-month': '5',
    'born-day': '6',
    sex: 'male',
    more: 'no',
  })
  await visitor.send({ hardship: ['illness', 'no-work'], text: '' })
  await visitor.send({
    'is-0': 'employed',
    'is-1': ['ill', 'disabled'],
    'kind-1': 'physical',
    'grade-1': '2',
    'is-2': 'student',
  })
  await visitor.send({
    kinds: ['wage', 'farming'],
    'amount-wage': '1,200',
    'per-wage': 'month',
    insurance: '100',
    'per-farming': 'year',
    'unsure-farming': 'yes',
  })
  await visitor.send({ kinds: 'nothing' })
  await visitor.send({ homes: '1', vehicles: '0', deposits: 'yes', 'deposits-amount': '３０００', business: 'no' })
  await visitor.send({ how: 'card', holder: '陈海', bank: '农商银行', number: '6228480000000000018' })
  await visitor.send({})
  await visitor.send({ 'how-0': 'phone', 'sign-0': '陈海', 'how-1': 'field' })
  return visitor
}

describe('the application', () => {
  test('is filled in page by page, checked, signed and handed in', async () => {
    const visitor = await family()
    expect(visitor.h1).toBe('检查一遍')
    await visitor.send({ agree: 'yes', sign: '陈海' })
    await visitor.send({ phone: '138 1234 5678' })
    expect(visitor.page).toContain('138****5678')
    await visitor.send({ code: '246810' })
    expect(visitor.address).toBe(`/my/${CASE}/receipt?by=2026-03-05`)
    expect(visitor.h1).toBe('我们收到了')
    expect(visitor.api.submitted).toEqual({
      programme: 'dibao',
      division: VILLAGE,
      residence: { registeredSame: true, address: '3组12号' },
      applicant: { name: '陈海', identityNumber: FATHER, phone: '13812345678' },
      members: [
        {
          ...{ name: '陈海', relation: 'self', documentKind: 'identity-card', identityNumber: FATHER },
          ...{ student: false, employed: true, seriousIllness: false, socialInsuranceFen: 10_000 },
          registration: 'rural',
          incomes: [
            { kind: 'wage', amountFen: 120_000, per: 'month' },
            { kind: 'farming', amountFen: null, per: 'year' },
          ],
        },
        {
          ...{ name: '李梅', relation: 'spouse', documentKind: 'identity-card', identityNumber: WIFE },
          ...{ student: false, employed: false, seriousIllness: true, disabilityKind: 'physical', disabilityGrade: 2 },
          ...{ registration: 'rural', incomes: [] },
        },
        {
          ...{ name: '陈小舟', relation: 'child', documentKind: 'none', bornOn: '2014-05-06', sex: 'male' },
          ...{ student: true, employed: false, seriousIllness: false, registration: 'rural', incomes: [] },
        },
      ],
      hardship: ['illness', 'no-work'],
      property: { homes: 1, vehicles: 0, depositsFen: 300_000, business: false },
      bankAccount: { holderName: '陈海', bank: '农商银行', number: '6228480000000000018' },
      pending: ['diagnosis', 'disability-certificate', 'birth-certificate'],
      consents: [{ memberIndex: 0, method: 'phone', signedName: '陈海' }],
      commitment: { agreed: true, signedName: '陈海' },
    })
  })

  test('takes at most sixteen screens for a family of three', async () => {
    const { drafts } = (await family()).api
    const answers = drafts.values().next().value?.answers as Answers
    // The pages of the path, the check page, the telephone and the code.
    expect(pathOf(answers, calendarDate('2026-03-02')).length + 3).toBeLessThanOrEqual(16)
  })

  test('every page shows its saved answer so that sending it unchanged changes nothing', async () => {
    const { drafts } = (await family()).api
    const answers = drafts.values().next().value?.answers as Answers
    const today = calendarDate('2026-03-02')
    const village = { code: VILLAGE, name: '东柳村', level: 'village', parent: null }
    for (const { question, n } of pathOf(answers, today)) {
      const asking: Asking = {
        t: wordsFor('zh-CN'),
        locale: 'zh-CN',
        today,
        answers,
        n,
        villages: [village],
        towns: [],
        office: '',
      }
      expect(question.read(question.show(asking), asking), question.slug).toEqual({ answers })
    }
  })

  test('a change returns to the check page with everything else intact', async () => {
    const visitor = await family()
    await visitor.go('/apply/property?change=1')
    await visitor.send({ homes: '1', vehicles: '1', deposits: 'no', business: 'unsure' })
    expect(visitor.h1).toBe('检查一遍')
    expect(visitor.page).toContain('1辆')
    expect(visitor.page).toContain('农商银行')
  })

  test('a change that opens new questions asks them first', async () => {
    const visitor = await family()
    await visitor.go('/apply/person/2?change=1')
    await visitor.send({
      name: '陈小舟',
      relation: 'child',
      document: 'none',
      'born-year': '2014',
      'born-month': '5',
      'born-day': '6',
      sex: 'male',
      more: 'yes',
    })
    expect(visitor.h1).toBe('第3位家人')
    await visitor.send({
      name: '陈奶奶',
      relation: 'parent',
      document: 'none',
      'born-year': '1950',
      'born-month': '1',
      'born-day': '1',
      sex: 'female',
      more: 'no',
    })
    expect(visitor.h1).toBe('家里人有这些情况吗？')
  })

  test('coming back after the tab was killed goes on where it stopped', async () => {
    const visitor = await family()
    await visitor.go('/apply/income/1')
    await visitor.go('/apply')
    expect(visitor.h1).toBe('您上次填到一半')
    expect(visitor.page).toContain('href="/apply/income/1"')
  })

  test('a helper is named, and the page says whom 您 means', async () => {
    const visitor = await new Visitor().go('/apply?for=other')
    expect(visitor.page).toMatch(/value="other"[^>]*checked|checked[^>]*value="other"/)
    await visitor.send({ who: 'other' })
    await visitor.send({ name: '王干部', phone: '13900001111', relation: 'official' })
    expect(visitor.page).toContain('您在帮别人填')
  })

  test('wrong answers come back with a summary, the same words at the field, and nothing lost', async () => {
    const visitor = await new Visitor().go('/apply')
    await visitor.send({ who: 'self' })
    await visitor.send({ village: VILLAGE, address: '3组12号', same: 'yes' })
    await visitor.send({ name: '陈海', number: '370199197903020031', register: 'unsure', more: 'no' })
    expect(visitor.status).toBe(422)
    const words = '身份证号最后一位对不上，请再看一遍'
    expect(visitor.page).toContain(`<a href="#number">${words}</a>`)
    expect(visitor.page).toContain(`id="number-error">${words}`)
    expect(visitor.page).toContain('<title>要再看一下：')
    expect(visitor.page).toContain('value="陈海"')
    expect(visitor.page.indexOf('id="errors"')).toBeLessThan(visitor.page.indexOf('<h1>'))
  })

  test('what the server refuses leads to the page where it was asked', async () => {
    const visitor = await family()
    visitor.api.refusal = {
      status: 422,
      code: 'input.invalid',
      issues: [{ in: 'body', pointer: '/members/1/identityNumber', code: 'identity.region' }],
    }
    await visitor.send({ agree: 'yes', sign: '陈海' })
    await visitor.send({ phone: '13812345678' })
    await visitor.send({ code: '246810' })
    expect(visitor.status).toBe(422)
    expect(visitor.page).toContain('<a href="/apply/person/1?change=1">身份证号开头几位对不上，请再看一遍</a>')
  })

  test('a wrong code keeps everything and says so', async () => {
    const visitor = await family()
    await visitor.send({ agree: 'yes', sign: '陈海' })
    await visitor.send({ phone: '13812345678' })
    await visitor.send({ code: '111111' })
    expect(visitor.page).toContain('验证码对不上')
    await visitor.send({ code: '246810' })
    expect(visitor.h1).toBe('我们收到了')
  })

  test('a double tap sends the key that was made with the page', async () => {
    const visitor = await family()
    await visitor.send({ agree: 'yes', sign: '陈海' })
    await visitor.send({ phone: '13812345678' })
    const key = visitor.hidden('_key')
    await visitor.send({ code: '246810' })
    expect(visitor.api.calls.find(({ path }) => path.endsWith('/submit'))?.key).toBe(key)
  })

  test('a form that this site did not render is refused, and nothing is saved', async () => {
    const visitor = await new Visitor().go('/apply')
    await visitor.send({ who: 'self' }, { _form: 'x'.repeat(24) })
    expect(visitor.status).toBe(403)
    expect(visitor.api.drafts.size).toBe(0)
    await visitor.go('/apply/who')
    await visitor.go('/apply/who', {
      method: 'POST',
      body: new URLSearchParams({ who: 'self', _form: visitor.hidden('_form') }),
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(visitor.status).toBe(403)
  })
})
