/**
 * The stage of a journey: a house with a county of its own, all three front ends on one port, a real browser, and
 * colleagues who sign in as people do, with password and second factor.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addStaff } from '@doudi/server/modules/identity/index.ts'
import { mountPages } from '@doudi/server/pages/mount-pages.ts'
import { Traffic } from '@doudi/server/pages/traffic.ts'
import { systemCaller } from '@doudi/server/platform/database/work.ts'
import { type County, launchBrowser, type TestHouse, testHouse } from '@doudi/testkit'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const PASSWORD = 'Lantern-Bridge-27!'

export interface Stage {
  readonly house: TestHouse
  readonly county: County
  readonly base: string
  readonly browser: Browser
  /** A colleague with a browser window of their own, signed in to the console (or the field app). */
  colleague(
    login: string,
    place: { role: string; division: string },
  ): Promise<{ accountId: string; code(): Promise<string> }>
  codeOf(login: string): Promise<string>
  /** Real time goes on, so that a second factor is a new one. */
  anotherMinute(): void
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const house = await testHouse()
  const county = await house.county()
  const state = { engine: house.database.engine, traffic: new Traffic(), ready: async () => true }
  const app = await mountPages(house, state, {
    root,
    portal: join(root, 'apps/portal/dist/server/entry.js'),
    load: path => import(pathToFileURL(path).href),
  })
  const { server, port } = await listen(app.fetch)
  const browser = await launchBrowser()
  let wall: string = house.clock.wall()
  const base = `http://localhost:${port}`
  return {
    house,
    county,
    base,
    browser,
    colleague: async (login, { role, division }) => {
      const { accountId } = await house.inWork(systemCaller, work =>
        addStaff(work, { login, name: nameOf(login), division, password: PASSWORD, roles: [{ role, division }] }),
      )
      return { accountId, code: () => codeOf(house, login) }
    },
    codeOf: login => codeOf(house, login),
    anotherMinute: () => {
      wall = new Date(Date.parse(wall) + 60_000).toISOString()
      house.clock.moveWall(wall)
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise(resolve => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }))
  })
}

const names: Readonly<Record<string, string>> = {
  assistant: '陈岚',
  second: '褚杰',
  approver: '卫平',
  maker: '吴刚',
  releaser: '郑洁',
  auditor: '孙涛',
}

const nameOf = (login: string) => names[login.split('-')[1] ?? ''] ?? login

async function codeOf(house: TestHouse, login: string): Promise<string> {
  const { body } = await house.public.get('/demo/accounts')
  const accounts: { login: string; code: string }[] = body.items ?? body
  const account = accounts.find(one => one.login === login)
  if (!account) throw new Error(`${login} is not on the demo page`)
  return account.code
}

/** Signs in on the page at hand: name and password first, then the second factor. */
export async function signIn(page: Page, login: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '账号', exact: true }).fill(login)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: /下一步|登录/ }).click()
  await page.getByLabel(/动态验证码|验证码/).fill(code)
  await page.getByRole('button', { name: /登录|进入/ }).click()
}
