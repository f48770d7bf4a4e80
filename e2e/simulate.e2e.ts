/** A supervisor tries a higher standard in the console: the bill, who would come in, and by name who they are. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings, sidewaysPixels } from './findings.ts'
import { openStage, type Stage, signIn } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  // One family 80 yuan above the standard, one well below it; both worked out.
  for (const wageYuan of [2600, 1200]) await stage.county.caseAt('proposed', { wageYuan })
})

afterAll(() => stage?.close())

async function supervisor(width: number): Promise<Page> {
  const window = await stage.browser.newContext({ viewport: { width, height: 768 }, locale: 'zh-CN', bypassCSP: true })
  const page = await window.newPage()
  page.setDefaultTimeout(20_000)
  const login = `try-supervisor-${width}`
  const { code } = await stage.colleague(login, { role: 'county-supervisor', division: stage.county.code })
  await page.goto(`${stage.base}/console/`)
  await signIn(page, login, await code())
  await page.getByLabel(/我的账号/).waitFor()
  return page
}

describe.each([360, 1366])('trying out a standard at %i px', width => {
  test('shows what it would cost and for whom, and nobody has to scroll sideways', async () => {
    const page = await supervisor(width)
    await page.goto(`${stage.base}/console/policies/simulate`)
    await page.getByLabel('改哪个数').selectOption({ label: '城镇最低生活保障标准' })
    await page.getByText('现在是 840 元/月').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await sidewaysPixels(page)).toBe(0)
    await page.getByLabel(/改成/).fill('900')
    await page.getByRole('button', { name: '开始测算' }).click()
    await page.getByText('排队中').first().waitFor()
    await stage.house.jobs.drain()
    await page.getByRole('button', { name: '名单：进入' }).click()
    const list = page.getByRole('region', { name: '名单：进入' })
    await list.getByRole('link').first().waitFor()
    expect(await list.getByRole('row').count()).toBe(2)
    expect(await list.innerText()).toContain('100.00')
    expect(await seriousFindings(page)).toEqual([])
    expect(await sidewaysPixels(page)).toBe(0)
  })

  test('keeps what was filled in when a value is outside its bounds, and says so', async () => {
    const page = await supervisor(width + 1)
    await page.goto(`${stage.base}/console/policies/simulate`)
    await page.getByLabel('改哪个数').selectOption({ label: '城镇最低生活保障标准' })
    await page.getByLabel(/改成/).fill('999999')
    await page.getByRole('button', { name: '开始测算' }).click()
    await page.getByText(/不能这样填/).waitFor()
    expect(await page.getByLabel(/改成/).inputValue()).toBe('999999')
  })
})

test('a draft that is written for release is tried as if it were released, on the day on which it begins', async () => {
  const officer = stage.county.as('policy-officer')
  const draft = await officer.ok.post('/policies/drafts', { pack: 'demo-jinan', title: '提高城镇标准' })
  const change = (parameter: string, from: string, value: string) => ({
    ...{ parameter, from, value, document: 'sample', clause: '示例', reason: null },
  })
  const changes = [
    change('城镇特困基本标准', '2031-07-01', '1400'),
    change('城镇低保标准', '2031-07-01', '905'),
    change('城镇低保标准', '2032-07-01', '910'),
  ]
  const { version, title } = draft
  await officer.ok.put(`/policies/drafts/${draft.id}`, { version, title, changes, documents: [] })
  const page = await supervisor(1200)
  await page.goto(`${stage.base}/console/policies/simulate?draft=${draft.id}`)
  await page.getByText('从2032年7月1日起：城镇最低生活保障标准 910 元/月').waitFor()
  expect(await page.getByLabel('改什么').inputValue()).toBe(draft.id)
  expect(await page.getByLabel('按哪一天的规则').inputValue()).toBe('2031-07-01')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: '开始测算' }).click()
  await page.getByText('排队中').first().waitFor()
  await stage.house.jobs.drain()
  await page.getByRole('button', { name: '名单：进入' }).waitFor()
  expect(await page.getByRole('definition').innerText()).toBe('草案“提高城镇标准”')
})
