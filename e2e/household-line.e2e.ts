/**
 * One family the whole way, in a real browser across the three front ends: the portal without script, the console,
 * the field app, the portal again.
 */
import { identityNumberFor, luhnCard } from '@doudi/testkit'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeThePhone, visitOffline } from './field-visit.ts'
import { fillIn, textOf } from './pages.ts'
import { openStage, type Stage, signIn } from './stage.ts'

let stage: Stage
const windows: BrowserContext[] = []

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  for (const window of windows) await window.close()
  await stage?.close()
})

async function open(path: string, options: { script?: boolean; phone?: boolean } = {}): Promise<Page> {
  const window = await stage.browser.newContext({
    locale: 'zh-CN',
    viewport: options.phone ? { width: 360, height: 740 } : { width: 1366, height: 768 },
    javaScriptEnabled: options.script ?? true,
  })
  windows.push(window)
  const page = await window.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(stage.base + path)
  return page
}

test('a family goes from its application to the money, across the three front ends', async () => {
  const { county, house } = stage
  const [town] = county.towns
  const village = town?.villages[0]?.code
  if (!town || !village) throw new Error('the county has towns with villages')
  await county
    .as('county-finance')
    .ok.post('/budgets', { programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 10_000_000 })

  const portal = await open('/', { script: false, phone: true })
  const number = await apply(portal, village)
  expect((await fetch(`${stage.base}/api/v1/me`)).status).toBe(401)

  const assistant = await desk('town-assistant', town.code, 'journey-assistant')
  const second = await stage.colleague('journey-second', { role: 'town-assistant', division: town.code })
  await findCase(assistant, number)
  await act(assistant, '受理')
  await assistant.getByText(/已受理 陈海/).waitFor()
  await act(assistant, '发起核对')
  // Only when the server has said so do the queries to the departments stand in the queue.
  await assistant.getByText(/已向各部门发出查询/).waitFor()
  await house.jobs.drain()
  await planVisit(assistant)

  const phone = await open('/field/', { phone: true })
  await signIn(phone, 'journey-second', await second.code())
  await takeThePhone(phone)
  await visitOffline(phone)

  await assistant.reload()
  await act(assistant, '测算')
  await propose(assistant)
  await act(assistant, '发布公示')
  await assistant.getByRole('button', { name: '发布公示' }).last().click()
  await assistant.getByText(/公示已发布/).waitFor()

  const board = await open(`/notices?village=${village}`, { script: false, phone: true })
  expect(await board.locator('main').innerText()).toContain('陈*')

  house.clock.moveTo('2026-03-11T01:00:00.000Z')
  await house.turnDay()
  await house.jobs.drain()
  const approver = await desk('town-approver', town.code, 'journey-approver')
  await findCase(approver, number)
  await approve(approver)
  await house.jobs.drain()

  house.clock.moveTo('2026-04-06T01:00:00.000Z')
  await pay(county.code)

  await portal.goto(`${stage.base}/my`)
  await portal.locator('main a[href^="/my/"]').first().click()
  expect(await portal.locator('main').innerText()).toContain('每月')
  const proof = await county.as('auditor').ok.post('/journal/verify')
  expect(proof.ok).toBe(true)
}, 240_000)

/** One prepares, another releases with a fresh code; the bank's answer closes the batch. */
async function pay(county: string): Promise<void> {
  const maker = await desk('county-finance', county, 'journey-maker')
  await maker.goto(`${stage.base}/console/payments`)
  await maker.getByRole('button', { name: '准备本月发放' }).first().click()
  await maker.getByRole('button', { name: '准备本月发放' }).last().click()
  await maker.getByText(/名单已编好/).waitFor()
  const batch = maker.url()

  const releaser = await desk('county-finance', county, 'journey-releaser')
  await releaser.goto(batch)
  await releaser.getByRole('link', { name: '复核放行' }).click()
  await stage.anotherMinute()
  await releaser.getByLabel(/再输一次/).fill(await stage.codeOf('journey-releaser'))
  await releaser.getByRole('button', { name: '确认放行' }).click()
  await releaser.getByText(/已放行 B/).waitFor()
  await releaser.getByRole('button', { name: '送银行' }).click()
  await releaser.getByText(/已送银行，/).waitFor()
  const { items } = await stage.county.as('county-finance').ok.get('/batches')
  const answer = `H|${items[0].number}\nR|1|S|\nT|1|${items[0].totalFen}\n`
  const file = { name: 'return.txt', mimeType: 'text/plain', buffer: Buffer.from(answer) }
  await releaser.locator('input[type="file"]').setInputFiles(file)
  await releaser.getByText(/到账 1 笔/).waitFor()
}

async function desk(role: string, division: string, login: string): Promise<Page> {
  const { code } = await stage.colleague(login, { role, division })
  const page = await open('/console/')
  await signIn(page, login, await code())
  await page.getByLabel(/我的账号/).waitFor()
  return page
}

async function findCase(page: Page, number: string): Promise<void> {
  await page.getByText(number).first().waitFor()
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { name: '陈海' }).waitFor()
}

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

async function planVisit(page: Page): Promise<void> {
  await page.reload()
  await act(page, '安排入户')
  await page.getByRole('checkbox', { name: /陈岚/ }).check()
  await page.getByRole('checkbox', { name: /褚杰/ }).check()
  await page.getByRole('button', { name: '安排入户' }).last().click()
  await page.getByText(/已安排入户/).waitFor()
}

async function propose(page: Page): Promise<void> {
  await page.getByText(/已按现有事实测算/).waitFor()
  await act(page, '提出意见')
  await page.getByLabel('理由').fill('符合条件，建议纳入保障。')
  await page.getByRole('button', { name: '提出意见' }).last().click()
  await page.getByText(/意见已提出/).waitFor()
}

async function approve(page: Page): Promise<void> {
  await act(page, '同意')
  await page.getByRole('button', { name: /确认同意/ }).click()
  await page.getByText(/已同意 陈海 的申请/).waitFor()
}

/** The portal without script: one thing a page, nothing lost, a number at the end. */
async function apply(page: Page, village: string): Promise<string> {
  const head = identityNumberFor('1979-03-02', 'male')
  const spouse = identityNumberFor('1981-04-06', 'female')
  await page.goto(`${stage.base}/apply`)
  await fillIn(page, { who: 'self' })
  await fillIn(page, { village, address: '3组12号', same: 'yes' })
  await fillIn(page, { name: '陈海', number: head, register: 'rural', more: 'yes' })
  await fillIn(page, { name: '李梅', relation: 'spouse', document: 'identity-card', number: spouse, more: 'no' })
  await fillIn(page, { hardship: ['illness'] })
  await fillIn(page, { 'is-0': ['employed'] })
  await fillIn(page, { kinds: ['wage'], 'amount-wage': '800', 'per-wage': 'month' })
  await fillIn(page, { kinds: ['nothing'] })
  await fillIn(page, { homes: '1', vehicles: '0', deposits: 'yes', 'deposits-amount': '3000', business: 'no' })
  await fillIn(page, { how: 'card', holder: '陈海', bank: '示例农商银行', number: luhnCard() })
  await fillIn(page, {})
  await fillIn(page, { 'how-0': 'phone', 'sign-0': '陈海', 'how-1': 'phone', 'sign-1': '李梅' })
  expect(await textOf(page, 'h1')).toBe('检查一遍')
  await fillIn(page, { agree: 'yes', sign: '陈海' })
  await fillIn(page, { phone: '13812345678' })
  await fillIn(page, { code: await lastCode() })
  expect(await textOf(page, 'h1')).toBe('我们收到了')
  return (await page.locator('main').innerText()).match(/\d{9}DB\d{10}/)?.[0] ?? ''
}

/** The code that the demo's outbox page shows. */
async function lastCode(): Promise<string> {
  const { body } = await stage.house.public.get('/demo/outbox')
  const [latest]: { text: string }[] = body.items ?? body
  return latest?.text.match(/\d{6}/)?.[0] ?? ''
}
