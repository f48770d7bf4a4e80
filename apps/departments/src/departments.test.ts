import { checkDigit } from '@doudi/kernel'
import { describe, expect, test } from 'vitest'
import { createDepartments, type Departments } from './departments.ts'
import { scenarios } from './scenarios.ts'
import { type SourceId, sourceIds } from './sources.ts'

const waited: number[] = []
const start = () =>
  createDepartments({ seed: 7, wait: async ms => void waited.push(ms), now: () => '2026-03-02T01:00:00.000Z' })

/** A valid number whose serial is `serial`. */
function numbered(serial: string): string {
  const seventeen = `37019919790812${serial}`
  return seventeen + checkDigit(seventeen)
}

async function ask(departments: Departments, source: string, identityNumber: string, requestNumber = 'HD-1') {
  const body = { requestNumber, name: '陈海', identityNumber, periodFrom: '2025-03-01', periodTo: '2026-02-28' }
  const response = await departments.request(`/${source}/query`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

describe('a quiet person', () => {
  test.each(sourceIds)('is asked about at %s', async source => {
    const { status, body } = await ask(start(), source, numbered('012'))
    expect(status).toBe(200)
    expect(body.rows).toHaveLength(source === 'civil-registration' ? 1 : 0)
  })

  test('is registered under the name and number that were asked for', async () => {
    const { body } = await ask(start(), 'civil-registration', numbered('012'))
    expect(body.rows[0]).toMatchObject({ name: '陈海', identityNumber: numbered('012') })
  })
})

describe('people with a story', () => {
  const stories: [serial: string, finds: SourceId[]][] = [
    ['910', ['social-insurance']],
    ['920', ['vehicles', 'real-estate', 'deposits']],
    ['930', ['business-registration']],
    ['940', ['deaths']],
  ]
  test.each(stories)('serial %s is found at %j', async (serial, sources) => {
    const departments = start()
    for (const source of sourceIds.filter(id => id !== 'civil-registration')) {
      const { body } = await ask(departments, source, numbered(serial))
      expect(body.rows, source).toHaveLength(sources.includes(source) ? 1 : 0)
    }
  })

  test('95: the first attempt fails, the second answers', async () => {
    const departments = start()
    expect((await ask(departments, 'vehicles', numbered('950'))).status).toBe(503)
    expect((await ask(departments, 'vehicles', numbered('950'))).status).toBe(200)
  })

  test('96: deposits never answers, the others do', async () => {
    const departments = start()
    for (let i = 0; i < 3; i++) expect((await ask(departments, 'deposits', numbered('960'))).status).toBe(503)
    expect((await ask(departments, 'vehicles', numbered('960'))).status).toBe(200)
  })

  test('97: deposits returns somebody else', async () => {
    const { body } = await ask(start(), 'deposits', numbered('970'))
    expect(body.rows[0].identityNumber).not.toBe(numbered('970'))
  })

  test('98: deposits thinks for three seconds', async () => {
    expect((await ask(start(), 'deposits', numbered('980'))).body.rows).toHaveLength(1)
    expect(waited).toContain(3000)
  })

  test('99: nobody knows the person', async () => {
    expect((await ask(start(), 'civil-registration', numbered('990'))).body.rows).toEqual([])
  })

  test('every scenario has a serial of its own', () => {
    expect(new Set(scenarios.map(({ serial }) => serial)).size).toBe(scenarios.length)
  })
})

describe('asking', () => {
  test('twice with one request number gives the first answer again', async () => {
    const departments = start()
    const first = await ask(departments, 'deposits', numbered('920'))
    departments.script(numbered('920'), 'deposits', { rows: [] })
    expect(await ask(departments, 'deposits', numbered('920'))).toEqual(first)
    expect((await ask(departments, 'deposits', numbered('920'), 'HD-2')).body.rows).toEqual([])
  })

  test('the same seed finds the same things', async () => {
    const [one, other] = [start(), start()]
    expect(await ask(one, 'deposits', numbered('920'))).toEqual(await ask(other, 'deposits', numbered('920')))
  })

  test('an unknown department is 404, an incomplete query 422', async () => {
    expect((await ask(start(), 'horoscopes', numbered('012'))).status).toBe(404)
    const response = await start().request('/deaths/query', { method: 'POST', body: '{"name":"陈海"}' })
    expect(response.status).toBe(422)
  })
})

describe('scripting over HTTP', () => {
  test('one answer for each attempt, the last stays', async () => {
    const departments = start()
    const answers = [{ status: 503 }, { rows: [{ balanceFen: 5 }] }]
    const body = JSON.stringify({ identityNumber: numbered('012'), source: 'deposits', answers })
    expect((await departments.request('/scenarios', { method: 'POST', body })).status).toBe(204)
    expect((await ask(departments, 'deposits', numbered('012'))).status).toBe(503)
    expect((await ask(departments, 'deposits', numbered('012'))).body.rows[0].balanceFen).toBe(5)
  })

  test('refuses what it does not understand', async () => {
    expect((await start().request('/scenarios', { method: 'POST', body: '{}' })).status).toBe(422)
  })
})
