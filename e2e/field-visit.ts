/** A home visit in the field app: loaded with a signal, written without one, sent when it is back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const PIN = '482915'
const picture = readFileSync(join(import.meta.dirname, '../apps/field/public/icon-512.png'))

/** Sets the PIN of a phone that has just signed in, and waits for the day's list. */
export async function takeThePhone(page: Page): Promise<void> {
  await page.getByLabel('6 位数字').fill(PIN)
  await page.getByLabel('再输一遍').fill(PIN)
  await page.getByRole('button', { name: '设好了' }).click()
  await page.locator('.row').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
}

/** In flight mode from a cold start: met, a photo, a signature, a conclusion; then the signal comes back. */
export async function visitOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.reload()
  await page.getByLabel('6 位数字').fill(PIN)
  await page.getByRole('button', { name: '打开' }).click()
  await page.locator('.row[href*=visit]').click()
  await page.locator('label[for=outcome]').click()
  await page.locator('#photo').setInputFiles({ name: 'house.png', mimeType: 'image/png', buffer: picture })
  await page.locator('.pictures img').waitFor()
  await page.getByText('属实', { exact: true }).click()
  await sign(page)
  await page.getByRole('button', { name: '保存，等待发送' }).click()
  await page.getByText('等待发送', { exact: true }).waitFor()
  await page.context().setOffline(false)
  await page.getByText('已送达').waitFor()
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
