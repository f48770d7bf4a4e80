/** What a person with a screen reader, a keyboard or a small old phone meets: axe on every kind of page, and no sideways scrolling. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings, sidewaysPixels } from './findings.ts'
import { openStage, type Stage, signIn } from './stage.ts'

let stage: Stage
let caseId: string
const windows: BrowserContext[] = []

beforeAll(async () => {
  stage = await openStage()
  const { county } = stage
  caseId = (await county.apply()).caseId
})

afterAll(async () => {
  for (const window of windows) await window.close()
  await stage?.close()
})

async function open(width: number, locale = 'zh-CN'): Promise<Page> {
  const window = await stage.browser.newContext({ viewport: { width, height: 768 }, locale, bypassCSP: true })
  windows.push(window)
  const page = await window.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

describe.each([360, 1366])('residents’ pages at %i px', width => {
  test.each(['/', '/check', '/apply', '/progress', '/notices', '/policy', '/demo'])(
    '%s has no serious finding',
    async path => {
      const page = await open(width)
      for (const mode of ['', '?mode=elder', '?lang=en']) {
        await page.goto(stage.base + path + mode)
        expect([path + mode, await seriousFindings(page)]).toEqual([path + mode, []])
        expect([path + mode, await sidewaysPixels(page)]).toEqual([path + mode, 0])
      }
    },
  )
})

test('the entrance fits a small phone without scrolling sideways at 320 px', async () => {
  const page = await open(320)
  await page.goto(`${stage.base}/`)
  expect(await sidewaysPixels(page)).toBe(0)
})

describe.each([360, 1366])('the console at %i px', width => {
  test('has no serious finding on its pages', async () => {
    const page = await open(width)
    const town = stage.county.towns[0]
    if (!town) throw new Error('the county has towns')
    const login = `axe-assistant-${width}`
    const { code } = await stage.colleague(login, { role: 'town-assistant', division: town.code })
    await page.goto(`${stage.base}/console/`)
    await page.getByRole('textbox', { name: '账号', exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await signIn(page, login, await code())
    await page.getByLabel(/我的账号/).waitFor()
    for (const path of ['/console/', `/console/cases/${caseId}`, '/console/notices', '/console/intake']) {
      await page.goto(stage.base + path)
      await page.locator('h1').first().waitFor()
      expect([path, await seriousFindings(page)]).toEqual([path, []])
    }
  })
})

test('the field app’s door has no serious finding', async () => {
  const page = await open(360)
  await page.goto(`${stage.base}/field/`)
  await page.locator('h1').first().waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await sidewaysPixels(page)).toBe(0)
})
