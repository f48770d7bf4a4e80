/**
 * A standard is raised and a rule rewritten, in a real browser: drafted by one officer, refused to the same person,
 * released by another, in force from its first day and not before, and told in the history. The screens fit a phone and a screen reader.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage, signIn } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const TEKUN = '城镇特困人员基本生活标准'
const STARTS = '2026-04-01'
let stage: Stage
const windows: BrowserContext[] = []

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  for (const window of windows) await window.close()
  await stage?.close()
})

async function desk(role: string, login: string, width = 1366): Promise<Page> {
  const window = await stage.browser.newContext({ locale: 'zh-CN', viewport: { width, height: 768 }, bypassCSP: true })
  windows.push(window)
  const page = await window.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${stage.base}/console/`)
  const { code } = await stage.colleague(login, { role, division: stage.county.code })
  await signIn(page, login, await code())
  await page.getByLabel(/我的账号/).waitFor()
  return page
}

/** Nothing serious for a screen reader, nothing to push sideways on a phone. */
async function isFitFor(page: Page): Promise<void> {
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    await page.evaluate(axe)
    const { violations } = await page.evaluate<{
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
    }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })")
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect([page.url(), width, serious.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)]).toEqual([
      page.url(),
      width,
      [],
    ])
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect([page.url(), width, await page.evaluate<number>(sideways)]).toEqual([page.url(), width, 0])
  }
}

test('a standard is drafted by one, released by another, and holds from its day', async () => {
  const { county, house } = stage
  const author = await desk('policy-officer', 'publish-assistant')
  const draft = await writeDraft(author)

  // The same person is told that somebody else has to.
  await author.goto(`${draft}/release`)
  await author.getByText('起草的人不能自己发布，要由另一个人来').first().waitFor()
  expect(await author.getByRole('button', { name: '确认发布' }).isDisabled()).toBe(true)

  const second = await desk('policy-officer', 'publish-second')
  await releaseIt(second, draft, { login: 'publish-second', shows: '840 元/月', from: '2026年4月1日' })
  const page = await county.as('policy-officer').ok.get('/policies/packs/demo-jinan')
  const urban = page.parameters.find(({ id }: { id: string }) => id === 'urbanStandard')
  expect([urban.current.value, urban.coming[0]?.value, urban.coming[0]?.from]).toEqual(['840', '900', STARTS])

  const before = await amountToday()
  expect(house.clock.today() < STARTS).toBe(true)
  house.clock.moveTo(`${STARTS}T01:00:00.000Z`)
  // Three people of one family, sixty yuan a head more.
  expect((await amountToday()) - before).toBe(18_000)

  await second.goto(`${stage.base}/console/policies/packs/demo-jinan/history/urbanStandard`)
  await second.getByText(/陈岚 起草，褚杰 发布/).waitFor()
  await isFitFor(second)
  const proof = await county.as('auditor').ok.post('/journal/verify')
  expect(proof.ok).toBe(true)
}, 300_000)

/** A value out of bounds is told at its field; put right, it is handed over. Gives the draft's address. */
async function writeDraft(page: Page): Promise<string> {
  await page.getByRole('link', { name: '标准与政策' }).click()
  await page.getByRole('heading', { name: '标准与政策' }).waitFor()
  await isFitFor(page)
  await page.getByRole('link', { name: '示例：章丘区' }).click()
  await page.getByRole('heading', { name: '示例：章丘区' }).waitFor()
  await isFitFor(page)
  await page.getByRole('link', { name: '最低生活保障', exact: true }).click()
  await page.getByRole('heading', { name: /最低生活保障的规则/ }).waitFor()
  await isFitFor(page)
  await page.getByRole('link', { name: '回到政策包' }).click()
  await page.getByRole('button', { name: '起草调整' }).click()
  await page.getByLabel('为什么调整').fill('提高城镇低保标准')
  await page.getByRole('button', { name: '开始起草' }).click()
  await page.getByLabel('增加一项').selectOption({ label: '城镇最低生活保障标准' })
  await page.getByLabel('改成', { exact: true }).fill('99999')
  await page.getByLabel('从哪天起').fill(STARTS)
  await page.getByLabel('第几条').fill('示例第一条')
  await page.getByRole('button', { name: '保存并检查' }).click()
  await page
    .getByText(/99999 不在 1 到 20000 之内/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: '提交，请另一人发布' }).isDisabled()).toBe(true)
  await isFitFor(page)
  await page.getByLabel('改成', { exact: true }).fill('900')
  await page.getByRole('button', { name: '保存并检查' }).click()
  // Above 1.3 times the rural one a reason is wanted; what else is bound to the standard has to be raised with it.
  await page
    .getByText(/原则上的要求，要偏离就写明理由/)
    .first()
    .waitFor()
  await page
    .getByText(/“城镇特困标准倍数”不成立/)
    .first()
    .waitFor()
  await page.getByLabel(/^理由/).fill('过渡一年，农村标准明年跟上')
  await page.getByLabel('增加一项').selectOption({ label: TEKUN })
  const tekun = page.getByRole('region', { name: TEKUN })
  await tekun.getByLabel('改成', { exact: true }).fill('1350')
  await tekun.getByLabel('从哪天起').fill(STARTS)
  await tekun.getByLabel('第几条').fill('示例第二条')
  await page.getByRole('button', { name: '保存并检查' }).click()
  await page
    .getByText(/偏离原则上的要求“城乡标准之比”/)
    .first()
    .waitFor()
  await page.getByText('✓ 可以提交').waitFor()
  await page.getByRole('button', { name: '提交，请另一人发布' }).click()
  await page.getByText('已提交，等另一人发布').waitFor()
  await isFitFor(page)
  return page.url()
}

test('a rule is written with what is wrong told at its place, released by another, and told in its history', async () => {
  const { county } = stage
  const author = await desk('policy-officer', 'rule-assistant')
  const draft = await writeRule(author)
  const second = await desk('policy-officer', 'rule-second')
  await releaseIt(second, draft, {
    login: 'rule-second',
    shows: 'if 工资 <= 0 then 0 else 工资',
    from: '2026年5月1日',
  })
  const address = '/policies/packs/demo-jinan/programmes/dibao'
  const { items } = await county.as('policy-officer').ok.get(address)
  const rule = items.find(({ name }: { name: string }) => name === '推算工资')
  expect([rule.formula, rule.coming.map(({ from }: { from: string }) => from)]).toEqual(['0', ['2026-05-01']])
  await second.goto(`${stage.base}/console/policies/packs/demo-jinan/rules/dibao/推算工资`)
  await second
    .getByText(/起草，.*发布/)
    .first()
    .waitFor()
  await isFitFor(second)
}, 300_000)

/** A name misspelt is told with line, column and what was meant, before anything is saved. */
async function writeRule(page: Page): Promise<string> {
  await page.goto(`${stage.base}/console/policies/packs/demo-jinan`)
  await page.getByRole('button', { name: '起草调整' }).click()
  await page.getByLabel('为什么调整').fill('按劳动力推算工资')
  await page.getByRole('button', { name: '开始起草' }).click()
  await page.getByLabel('改哪个项目的规则').selectOption({ label: '最低生活保障' })
  await page.getByLabel('增加一条规则').selectOption({ label: '按劳动力推算的工资' })
  const formula = page.getByLabel('新的公式')
  await formula.fill('if 工资 > 0\nthen 工次 * 1.1 else 0')
  await page.getByText(/第 2 行第 6 个字：.*工次/).waitFor()
  await isFitFor(page)
  await formula.fill('if 工资 <= 0 then 0 else ')
  await page.getByText('可以用的名称').click()
  await page.getByLabel('找名称').fill('工资')
  await page.getByRole('button', { name: '工资', exact: true }).click()
  expect(await formula.inputValue()).toBe('if 工资 <= 0 then 0 else 工资')
  await page.getByText('写法没有错误').waitFor()
  await isFitFor(page)
  await page.getByLabel('从哪天起').fill('2026-05-01')
  await page.getByRole('button', { name: '保存并检查' }).click()
  await page
    .getByText(/没有写明依据哪个文件的第几条/)
    .first()
    .waitFor()
  await page.getByLabel('第几条').fill('示例第三条')
  await page.getByRole('button', { name: '保存并检查' }).click()
  await page.getByText('✓ 可以提交').waitFor()
  await page.getByRole('button', { name: '提交，请另一人发布' }).click()
  await page.getByText('已提交，等另一人发布').waitFor()
  await isFitFor(page)
  return page.url()
}

interface ReleaseStory {
  readonly login: string
  readonly shows: string
  readonly from: string
}

async function releaseIt(page: Page, draft: string, { login, shows, from }: ReleaseStory): Promise<void> {
  await page.goto(draft)
  await page.getByRole('link', { name: '复核发布' }).click()
  await page.getByText(shows).waitFor()
  await isFitFor(page)
  stage.anotherMinute()
  await page.getByLabel(/再输一次/).fill(await stage.codeOf(login))
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.getByText(`已发布，${from}起生效`).waitFor()
}

/** What the town's computation says today for a family of three. */
async function amountToday(): Promise<number> {
  const { caseId } = await stage.county.caseAt('visited')
  const { result } = await stage.county.as('town-assistant').ok.post(`/cases/${caseId}/assess`, {})
  return result.amountFen
}
