/** A day in the yard, in a real browser: no line from cold start to signature, and two people who saw different things. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser, type TestHouse, testHouse } from '@doudi/testkit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from './clock.ts'
import { type Coordinator, hireCoordinator, visitFor } from './testing/coordinator.ts'
import { openSite, type Site } from './testing/site.ts'

const PIN = '482915'
const picture = readFileSync(join(import.meta.dirname, '../public/icon-512.png'))
const axe = readFileSync(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8')

let house: TestHouse
let site: Site
let browser: Browser
beforeAll(async () => {
  house = await testHouse()
  site = await openSite(house)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function phoneOf(coordinator: Coordinator): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', hasTouch: true })
  const page = await context.newPage()
  await page.goto(`${site.base}/field/`)
  await signIn(page, coordinator)
  await page.getByLabel('6 位数字').fill(PIN)
  await page.getByLabel('再输一遍').fill(PIN)
  await page.getByRole('button', { name: '设好了' }).click()
  await page.locator('.row').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  return { context, page }
}

async function signIn(page: Page, { login, password, code }: Coordinator): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('动态验证码').fill(code())
  await page.getByRole('button', { name: '登录' }).click()
}

async function startCold({ page }: { page: Page }): Promise<void> {
  await page.goto(`${site.base}/field/`)
  await page.getByLabel('6 位数字').fill(PIN)
  await page.getByRole('button', { name: '打开' }).click()
  await page.locator('.sync-strip').waitFor()
}

/** Writes a visit down: met, everybody there, a photo, a signature, a conclusion. */
async function writeVisit(page: Page, conclusion: '属实' | '不属实'): Promise<void> {
  await page.locator('.row[href*=visit]').click()
  await page.locator('label[for=outcome]').click()
  await page.getByRole('button', { name: /写一下.*房子/ }).click()
  await page.getByText('危房', { exact: true }).click()
  await page.getByLabel('几间').fill('2')
  await page.locator('#photo').setInputFiles({ name: 'house.png', mimeType: 'image/png', buffer: picture })
  await page.locator('.pictures img').waitFor()
  await page.getByText(conclusion, { exact: true }).click()
  await sign(page)
}

async function sign(page: Page): Promise<void> {
  const pad = page.locator('.signature')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is a place to sign')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 70, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByAltText('户主的签名').waitFor()
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (window as never as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run()
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  })
}
interface Finding {
  readonly id: string
  readonly impact: string
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a visit made without a line, from cold start to signature, reaches the server once there is one', async () => {
  const county = await house.county()
  const coordinator = await hireCoordinator(house, county)
  const { visitId, caseId, town } = await visitFor(county, coordinator)
  const phone = await phoneOf(coordinator)
  const { context, page } = phone

  await context.setOffline(true)
  await startCold(phone)
  expect(await page.locator('.sync-strip').textContent()).toContain('离线可用')
  await writeVisit(page, '属实')
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)

  await startCold(phone)
  await page.locator('.row[href*=visit]').click()
  await page.getByAltText('户主的签名').waitFor()
  await page.getByRole('button', { name: '保存，等待发送' }).click()
  await page.getByText('等待发送', { exact: true }).waitFor()
  expect((await town.ok.get(`/cases/${caseId}/visits`)).items).toMatchObject([{ status: 'planned' }])

  await context.setOffline(false)
  await page.getByText('已送达').waitFor()
  const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
  expect(visit).toMatchObject({ id: visitId, status: 'made', outcome: 'met', conclusion: 'true' })
  expect(visit.form).toMatchObject({ house: { condition: 'dangerous', rooms: 2 }, photos: [{ purpose: 'house' }] })
  expect(visit.form.signatureDocumentId).toBeDefined()
  await context.close()
})

test('what somebody else wrote meanwhile stands beside it, fact by fact, until a person chooses', async () => {
  const county = await house.county()
  const coordinator = await hireCoordinator(house, county)
  const { visitId, caseId, town } = await visitFor(county, coordinator)
  const { context, page } = await phoneOf(coordinator)
  await context.setOffline(true)
  await writeVisit(page, '不属实')
  await page.getByRole('button', { name: '保存，等待发送' }).click()
  await page.getByText('等待发送', { exact: true }).waitFor()
  const other = { outcome: 'met', conclusion: 'true', house: { condition: 'good', rooms: 2 } }
  const entry = { id: newId(), kind: 'visit.record', visitId, baseVersion: 1, capturedAt: '2026-03-02T01:00:00.000Z' }
  await town.ok.post('/sync', { device: 'another', entries: [{ ...entry, content: other }] })

  await context.setOffline(false)
  await page.getByRole('link', { name: '去选' }).click()
  await page.locator('.sides').first().waitFor()
  const sides = await page.locator('.sides').allInnerTexts()
  expect(sides.find(text => text.startsWith('结论'))).toMatch(/系统里的\s*属实[\s\S]*手机上的\s*不属实/)
  expect(sides.find(text => text.startsWith('房子 · 好不好'))).toMatch(/系统里的\s*好[\s\S]*手机上的\s*危房/)
  expect(await seriousFindings(page)).toEqual([])
  for (const side of await page.locator('.sides').all()) await side.locator('label').last().click()
  await page.getByRole('button', { name: '就按选的' }).click()
  await page.getByText('没有对不上的记录了').waitFor()
  const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
  expect(visit).toMatchObject({ status: 'made', conclusion: 'not-true', form: { house: { condition: 'dangerous' } } })
  await context.close()
})

test('a session that is over parks the work; signing in sends it; signing out leaves nothing readable', async () => {
  const county = await house.county()
  const coordinator = await hireCoordinator(house, county)
  const { caseId, town, name } = await visitFor(county, coordinator)
  const { context, page } = await phoneOf(coordinator)
  await context.clearCookies()
  await writeVisit(page, '属实')
  await page.getByRole('button', { name: '保存，等待发送' }).click()
  await page.getByText('等待登录后发送').waitFor()
  await page.getByRole('link', { name: '登录后才能发送' }).last().click()
  await signIn(page, coordinator)
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await page.goto(`${site.base}/field/#/outbox`)
  await page.getByText('已送达').waitFor()
  expect((await town.ok.get(`/cases/${caseId}/visits`)).items).toMatchObject([{ status: 'made' }])

  await page.goto(`${site.base}/field/#/sign-out`)
  await page.getByRole('button', { name: '退出，删掉住户资料' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  const left = await page.evaluate(async () => {
    const cached = await Promise.all((await caches.keys()).map(async key => (await caches.open(key)).keys()))
    const addresses = cached.flat().map(({ url }) => url)
    return JSON.stringify([
      addresses,
      { ...localStorage },
      { ...sessionStorage },
      document.body.textContent,
      location.href,
    ])
  })
  expect(left).not.toContain(name)
  expect(left).not.toMatch(/\/api\//)
  await context.close()
})
