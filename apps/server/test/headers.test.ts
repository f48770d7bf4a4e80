/**
 * What every answer carries and what no request gets away with (SR-06, SR-53): the policy for pages, cookies no script
 * and no other site can use, nothing changed by a request from elsewhere or by a question, no proxy's word believed.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChainedCase, type County, PICTURE, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeAll, describe, expect, test } from 'vitest'
import { modules } from '#modules'
import { hire, PASSWORD } from '#modules/identity/colleague.fixture.ts'
import { mountPages } from '#src/pages/mount-pages.ts'
import { Traffic } from '#src/pages/traffic.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
let house: TestHouse
let county: County
let decided: ChainedCase
let fetch: (request: Request) => Promise<Response>
const folders = { root, portal: '', load: () => undefined }

beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
  decided = await county.caseAt('decided')
  const pages = await mountPages(house, { engine: 'pglite', traffic: new Traffic(), ready: async () => true }, folders)
  fetch = async request => pages.fetch(request)
})

const ask = async (path: string, { cookie, ...init }: RequestInit & { cookie?: string | undefined } = {}) => {
  const headers = new Headers(init.headers)
  if (cookie) headers.set('cookie', cookie)
  return fetch(new Request(`http://localhost:8080${path}`, { ...init, headers }))
}

async function cookieOf(role: string): Promise<string | undefined> {
  const staff = county.as(role)
  await staff.accountId()
  return staff.cookie
}

function expectGuarded(answer: Response): void {
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  for (const name of ['server', 'x-powered-by', 'x-debug']) expect(answer.headers.get(name)).toBeNull()
}

describe('every kind of answer', () => {
  const kinds: readonly [what: string, path: (one: ChainedCase) => string, status: number, as?: string][] = [
    ['a list', () => '/api/v1/cases', 200, 'town-assistant'],
    ['a refusal', () => '/api/v1/cases', 401],
    ['no right', () => '/api/v1/accounts', 403, 'town-assistant'],
    ['nothing there', () => '/api/v1/nothing', 404],
    ['a wrong question', () => '/api/v1/cases?limit=0', 422, 'town-assistant'],
    ['a picture', one => `/api/v1/documents/${one.photoId}`, 200, 'town-assistant'],
    ['a printed page', one => `/api/v1/cases/${one.caseId}/receipt`, 200, 'town-assistant'],
    ['a spreadsheet', () => '/api/v1/cases/export', 200, 'auditor'],
    ['the description of the API', () => '/api/v1/openapi.json', 200],
    ['health', () => '/healthz', 200],
    ['metrics', () => '/metrics', 200],
    ['a page that is not there', () => '/nowhere', 404],
    ['an address that is no text', () => '/console/%E0%A4%A', 404],
    ['a way out of the folder', () => '/console/%2e%2e/%2e%2e/package.json', 404],
  ]

  test.each(kinds)('%s is guarded', async (_, path, status, as) => {
    const answer = await ask(path(decided), { cookie: as && (await cookieOf(as)) })
    expect(answer.status).toBe(status)
    expectGuarded(answer)
    if (path(decided).startsWith('/api/v1/') && !path(decided).includes('openapi'))
      expect(answer.headers.get('cache-control')).toContain('no-store')
  })

  test('a server that is stopping is guarded too, and says when to come back', async () => {
    const traffic = new Traffic()
    const pages = await mountPages(house, { engine: 'pglite', traffic, ready: async () => true }, folders)
    await traffic.drain(0)
    const answer = await pages.fetch(new Request('http://localhost:8080/api/v1/cases'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expectGuarded(answer)
  })

  test('what is saved is named by us and never opened in the page', async () => {
    const answer = await ask('/api/v1/cases/export', { cookie: await cookieOf('auditor') })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/)
  })
})

describe('the session', () => {
  test('is a cookie for this host alone, out of reach of scripts and other sites', async () => {
    const who = await hire(house, county)
    const json = { 'content-type': 'application/json' }
    const first = await ask('/api/v1/session', {
      ...{ method: 'POST', headers: json, body: JSON.stringify({ login: who.login, password: PASSWORD }) },
    })
    expect(first.headers.get('set-cookie')).toBeNull()
    const { ticket } = await first.json()
    const code = who.code()
    const second = await ask('/api/v1/session/second-factor', {
      ...{ method: 'POST', headers: json, body: JSON.stringify({ ticket, code }) },
    })
    const cookie = second.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-doudi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect(await second.text()).not.toContain(cookie.slice(13, 56))
    const out = await ask('/api/v1/session', { method: 'DELETE', cookie: cookie.split(';')[0] })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await ask('/api/v1/me', { cookie: cookie.split(';')[0] })).status).toBe(401)
  })
})

describe('a request from elsewhere changes nothing', () => {
  const withdraw = async (headers: Record<string, string>, body = JSON.stringify({ reason: '不给了' })) =>
    ask(`/api/v1/awards/01a20000-0000-7000-8000-000000000000/hold`, {
      ...{ method: 'POST', body, cookie: await cookieOf('county-supervisor') },
      headers: { 'idempotency-key': '4dc0c7d4-6d9f-4f6e-9a3e-0f3f1a2b3c4d', ...headers },
    })
  const json = { 'content-type': 'application/json' }

  test.each([
    ['another origin', { ...json, origin: 'https://evil.example' }],
    ['another port', { ...json, origin: 'http://localhost:9090' }],
    ['no origin at all (null)', { ...json, origin: 'null' }],
    ['another site, says the browser', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['a sister site, says the browser', { ...json, 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_, headers) => {
    const answer = await withdraw(headers)
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'http.cross-site'])
    expectGuarded(answer)
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'nor does a form (%s), which needs nobody’s leave',
    async type => {
      const answer = await withdraw({ 'content-type': type })
      expect([answer.status, (await answer.json()).code]).toEqual([422, 'http.media-type'])
    },
  )

  test('from our own pages it goes through to the matter', async () => {
    const answer = await withdraw({ ...json, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' })
    expect(answer.status).toBe(404)
  })
})

describe('a question', () => {
  test('changes nothing: no address that acts answers to GET', async () => {
    const routes = modules.flatMap(module => module.routes)
    const gets = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path))
    const acting = routes.filter(({ method, path }) => method !== 'get' && !gets.has(path))
    for (const { path } of acting) {
      const answer = await ask(`/api/v1${path.replace(/:\w+/g, '01a20000-0000-7000-8000-000000000000')}`)
      expect([path, [401, 404, 405].includes(answer.status)]).toEqual([path, true])
      if (answer.status === 405) expect(answer.headers.get('allow')).not.toContain('GET')
    }
  })

  test('and a method nobody takes is refused with those that are', async () => {
    const answer = await ask('/api/v1/cases', { method: 'PATCH', body: '{}' })
    expect([answer.status, answer.headers.get('allow'), (await answer.json()).code]).toEqual([
      405,
      'GET',
      'http.method',
    ])
    expectGuarded(answer)
    expect((await ask('/api/v1/cases', { method: 'OPTIONS' })).status).toBe(405)
  })
})

describe('what a proxy would say', () => {
  const forged = {
    'x-forwarded-for': '10.0.0.1',
    'x-real-ip': '10.0.0.1',
    forwarded: 'for=10.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-user-id': '1',
    'x-original-url': '/api/v1/accounts',
    'x-rewrite-url': '/api/v1/accounts',
  }

  test('is not believed: nobody is signed in by a header, and no other address answers', async () => {
    expect((await ask('/api/v1/me', { headers: forged })).status).toBe(401)
    const answer = await ask('/api/v1/divisions', { headers: forged })
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('evil.example')
  })

  test('does not give tries back: each forged address counts as the same one', async () => {
    const tries: number[] = []
    for (let i = 0; i < 40; i++) {
      const env = { incoming: { socket: { remoteAddress: '10.99.0.1' } } }
      const request = new Request('http://localhost:8080/api/v1/drafts', {
        method: 'POST',
        headers: { 'x-forwarded-for': `10.1.1.${i}` },
      })
      tries.push((await house.app.fetch(request, env)).status)
    }
    expect(tries.filter(status => status === 429)).toHaveLength(10)
  })
})

test('the picture of a paper is shown as a picture and as nothing else', async () => {
  const answer = await ask(`/api/v1/documents/${decided.photoId}`, { cookie: await cookieOf('town-assistant') })
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 8)).toEqual(PICTURE.subarray(0, 8))
})
