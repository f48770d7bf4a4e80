/** Filling in the portal's plain forms, by the names of their fields. */
import type { Page } from 'playwright-core'

/** Fills the form of the page by field name and sends it; lists are ticked, choices chosen, the rest typed. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  const before = page.url()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) await setField(page, name, one)
  }
  await press(page)
  const heading = await textOf(page, 'h1')
  const wrong = await page.locator('#errors').count()
  if (wrong > 0) throw new Error(`${before} was refused: ${await page.locator('main').innerText()}`)
  if (page.url() === before && heading === '') throw new Error(`${before} did not go on`)
}

async function setField(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`main [name="${name}"]`)
  const first = field.first()
  const kind = await first.evaluate(element => (element as { type?: string }).type ?? element.tagName)
  if (kind === 'radio' || kind === 'checkbox')
    await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true })
  else if (kind === 'select-one') await first.selectOption(value)
  else await first.fill(value, { force: true })
}

/** Presses the main button of the page and waits for the next one. */
export async function press(page: Page): Promise<void> {
  await Promise.all([
    page.waitForLoadState('load'),
    page.locator('main form button[type="submit"]:not([name])').first().click(),
  ])
  await page.waitForLoadState('load')
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).trim()
}
