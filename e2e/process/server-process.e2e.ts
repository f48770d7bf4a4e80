/** The server as a process on its embedded database: how it starts, answers, is killed, comes back and leaves. */
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Client } from '@doudi/server/in-process-client.ts'
import { afterAll, expect, test, vi } from 'vitest'
import { demoFolders, doudi, lockOf, spawnServer, startServer } from './demo-server.ts'
import { fileUntilGone } from './writing.ts'

const folders = demoFolders()
afterAll(() => folders.remove())

const LIMIT = { timeout: 300_000 }

test('it says which port it took and answers there', LIMIT, async () => {
  const { base } = await startServer({ DOUDI_DATA: await folders.loaded() })
  const get = async (path: string) => {
    const response = await fetch(base + path)
    return { status: response.status, body: await response.text() }
  }
  expect(await get('/healthz')).toEqual({ status: 200, body: 'ok\n' })
  expect(await get('/readyz')).toEqual({ status: 200, body: 'ready\n' })
  expect((await get('/metrics')).body).toContain('doudi_request_duration_ms')
  const document = JSON.parse((await get('/api/v1/openapi.json')).body)
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths).length).toBeGreaterThan(80)
})

test('a second process on the same folder is refused and disturbs nobody', LIMIT, async () => {
  const folder = await folders.loaded()
  const first = await startServer({ DOUDI_DATA: folder })
  const second = spawnServer({ DOUDI_DATA: folder })
  expect((await second.ended).code).toBe(1)
  expect(second.said()).toContain(`is in use by process ${first.child.pid}`)
  expect(second.said()).toContain('Two processes on one folder would lose data')

  const verify = await doudi(['audit', 'verify'], { DOUDI_DATA: folder })
  expect(verify.code).toBe(2)
  expect(verify.said).toContain('服务正在运行')
  expect(verify.said).toContain(`process ${first.child.pid}`)
  expect((await fetch(`${first.base}/readyz`)).status).toBe(200)
})

test('killed while people work, it is back in ten seconds with everything it acknowledged', LIMIT, async () => {
  const folder = await folders.loaded()
  const server = await startServer({ DOUDI_DATA: folder })
  const assistant = await server.as('jn-a-assistant-1')
  const history = await fileUntilGone(assistant, { answered: 6, andThen: () => server.child.kill('SIGKILL') })
  expect(await server.child.ended).toEqual({ code: null, signal: 'SIGKILL' })
  expect(lockOf(folder), 'nobody could tidy up').toBe(true)

  const back = await startServer({ DOUDI_DATA: folder })
  // Recovery is what is measured: on a machine so busy that a start in peace takes long, twice that start.
  expect(back.startedInMs).toBeLessThan(Math.max(10_000, 2 * server.startedInMs))
  const again = back.resume(assistant)
  for (const { caseId, caseNumber } of history.answered)
    expect(await again.ok.get(`/cases/${caseId}`)).toMatchObject({ number: caseNumber })
  // What was cut off happened wholly or not at all; asked again with its key it has happened once.
  for (const { key, application } of history.unknown)
    await again.ok.post('/applications', { application, channel: 'window' }, { key })
  const { items } = await again.ok.get('/cases?queue=all&limit=200')
  const numbers = items.map((item: { number: string }) => item.number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toHaveLength(history.before + history.answered.length + history.unknown.length)

  back.child.kill('SIGTERM')
  expect((await back.child.ended).code).toBe(0)
  const verdict = await doudi(['audit', 'verify', '--json'], { DOUDI_DATA: folder })
  expect(JSON.parse(verdict.said)).toMatchObject({ ok: true })
  expect(verdict.code).toBe(0)
})

test('killed in the middle of a simulation, it goes on from the last step after the next start', LIMIT, async () => {
  const folder = await folders.loaded()
  const server = await startServer({ DOUDI_DATA: folder })
  const supervisor = await server.as('jn-supervisor')
  const { division } = (await supervisor.ok.get('/me')).roles[0]
  const drafts = [{ values: [{ parameter: 'urbanStandard', value: '900' }] }]
  const { id } = await supervisor.ok.post('/simulations/synthetic', {
    ...{ division, programme: 'dibao', drafts, households: 1_000_000 },
  })
  const cut = await lookedAt(supervisor, id, ({ done }) => done > 0)
  server.child.kill('SIGKILL')
  await server.child.ended
  expect(cut.status).toBe('running')

  const back = await startServer({ DOUDI_DATA: folder })
  const again = back.resume(supervisor)
  const first = await again.ok.get(`/simulations/${id}`)
  expect(first.done).toBeGreaterThanOrEqual(cut.done)
  const finished = await lookedAt(again, id, ({ status }) => status === 'done' || status === 'failed')
  expect(finished).toMatchObject({ status: 'done', done: 1_000_000, result: { households: 1_000_000 } })
})

/** As the page does, again and again until it has come that far, at a pace that the server allows one person. */
function lookedAt(client: Client, id: string, isFar: (one: { done: number; status: string }) => boolean) {
  const look = async () => {
    const simulation = await client.ok.get(`/simulations/${id}`)
    if (!isFar(simulation)) throw new Error(`the simulation is ${simulation.status} after ${simulation.done} families`)
    return simulation
  }
  return vi.waitFor(look, { interval: 200, timeout: 240_000 })
}

test(
  'asked to end, it finishes the request in flight, turns new ones away and leaves nothing behind',
  LIMIT,
  async () => {
    const folder = await folders.loaded()
    const { child, base } = await startServer({ DOUDI_DATA: folder })
    const { password } = (await (await fetch(`${base}/api/v1/demo/accounts`)).json())[0]
    const slow = request(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', expect: '100-continue' },
    })
    slow.flushHeaders()
    await once(slow, 'continue')
    slow.write('{"login":"jn-supervisor",')

    child.kill('SIGTERM')
    await child.says(/SIGTERM: /)
    const late = await fetch(`${base}/api/v1/divisions`)
    expect(late.status).toBe(503)
    expect(late.headers.get('retry-after')).toBe('5')
    expect(await late.json()).toMatchObject({ code: 'platform.draining' })
    expect((await fetch(`${base}/readyz`)).status).toBe(503)
    expect((await fetch(`${base}/healthz`)).status).toBe(200)

    slow.end(`"password":${JSON.stringify(password)}}`)
    const [answer] = await once(slow, 'response')
    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(await text(answer))).toHaveProperty('ticket')
    expect(await child.ended).toEqual({ code: 0, signal: null })
    expect(lockOf(folder)).toBe(false)
  },
)
