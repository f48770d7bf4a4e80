/** Two servers on one database: what one releases is law in the other from the next request on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../../tools/checks/src/postgres.ts'
import { demoFolders, startServer } from './demo-server.ts'

const folders = demoFolders()
let postgres: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(async () => {
  await postgres?.stop()
  await folders.remove()
})

const PACK = 'demo-jinan'
const STEP = {
  parameter: '金额取整',
  from: '2099-03-01',
  value: '舍到元',
  document: 'sample',
  clause: '示例',
  reason: null,
}

test('a release in one process counts in the other at once', { timeout: 300_000 }, async () => {
  // One folder holds the key that both of them open the database with.
  const env = { DATABASE_URL: postgres.url, DOUDI_DATA: await folders.empty(), DOUDI_DEMO_STORIES: '1' }
  const one = await startServer(env)
  const other = await startServer(env)
  const author = await one.as('jn-policy-1')
  const releaser = await one.as('jn-policy-2')
  const reader = await other.as('jn-auditor')

  const { id, version } = await author.ok.post('/policies/drafts', { pack: PACK, title: '调整取整' })
  const text = { version, title: '调整取整', changes: [STEP], documents: [] }
  const written = await author.ok.put(`/policies/drafts/${id}`, text)
  const submitted = await author.ok.post(`/policies/drafts/${id}/submit`, { version: written.version })
  const law = async () => {
    const page = await reader.ok.get(`/policies/packs/${PACK}?date=${STEP.from}`)
    const standard = page.parameters.find(({ name }: { name: string }) => name === STEP.parameter)
    return { edition: page.edition as string, from: standard.current.from as string }
  }
  const before = await law()
  expect(before.from).not.toBe(STEP.from)
  expect((await author.ok.get(`/policies/packs/${PACK}?date=${STEP.from}`)).edition).toBe(before.edition)

  await releaser.ok.post(`/policies/drafts/${id}/release`, { version: submitted.version })

  const after = await law()
  expect(after.from).toBe(STEP.from)
  expect(after.edition).not.toBe(before.edition)
  expect((await author.ok.get(`/policies/packs/${PACK}?date=${STEP.from}`)).edition).toBe(after.edition)
})
