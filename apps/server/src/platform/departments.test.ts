import { expect, test } from 'vitest'
import { departmentsOver, noDepartments } from './departments.ts'

const query = {
  requestNumber: 'HD-1',
  source: 'deposits',
  name: '陈海',
  identityNumber: '370199197908120123',
  periodFrom: '2025-03-01',
  periodTo: '2026-02-28',
}
const replying = (reply: () => Response | Promise<Response>) => departmentsOver(async () => reply(), { timeoutMs: 50 })

test('a department is asked at its own address, about one person', async () => {
  let asked: { url: string; body: unknown } | undefined
  const departments = departmentsOver(
    async request => {
      asked = { url: request.url, body: await request.json() }
      return Response.json({ rows: [], queriedAt: '' })
    },
    { url: 'http://partners/' },
  )
  await departments.query(query)
  const { source: _, ...sent } = query
  expect(asked).toEqual({ url: 'http://partners/deposits/query', body: sent })
})

test('rows are an answer, no rows are nothing found', async () => {
  const rows = [{ balanceFen: 5 }]
  expect(await replying(() => Response.json({ rows, queriedAt: 'x' })).query(query)).toMatchObject({
    status: 'answered',
    rows,
  })
  expect(await replying(() => Response.json({ rows: [], queriedAt: 'x' })).query(query)).toMatchObject({
    status: 'nothing-found',
  })
  expect(await replying(() => new Response(null, { status: 204 })).query(query)).toMatchObject({
    status: 'nothing-found',
  })
})

test('a department that is down, mute or confused has not answered', async () => {
  const why = (reply: () => Response | Promise<Response>) => replying(reply).query(query)
  await expect(why(() => new Response('', { status: 503 }))).rejects.toMatchObject({ why: 'refused' })
  await expect(why(() => Response.json({ rows: 'many' }))).rejects.toMatchObject({ why: 'unreadable' })
  await expect(why(() => new Response('<html>'))).rejects.toMatchObject({ why: 'unreadable' })
  await expect(why(() => Promise.reject(new TypeError('fetch failed')))).rejects.toMatchObject({ why: 'unreachable' })
  await expect(noDepartments.query(query)).rejects.toMatchObject({ why: 'not-configured' })
})

test('a department that thinks too long has not answered', async () => {
  const departments = departmentsOver(
    request =>
      new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
    { timeoutMs: 5 },
  )
  await expect(departments.query(query)).rejects.toMatchObject({ why: 'timeout' })
})
