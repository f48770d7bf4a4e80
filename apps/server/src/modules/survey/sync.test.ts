/** What phones bring back: once or twice, late, in conflict, wrong, altered — and never lost. */
import { randomBytes } from 'node:crypto'
import { type County, type TestHouse, testHouse } from '@doudi/testkit'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { newEntryId, plannedVisit } from './visit-story.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

const { digest } = softwareCrypto(randomBytes(32))
const code = (result: { problem?: string }) => result.problem

describe('an entry', () => {
  test('sent again is applied once', async () => {
    const { entryOf, send, town, caseId } = await plannedVisit(county)
    const entry = entryOf({ outcome: 'met', conclusion: 'true' })
    expect(await send([entry])).toMatchObject([{ status: 'applied' }])
    expect(await send([entry, entry])).toMatchObject([{ status: 'duplicate' }, { status: 'duplicate' }])
    expect((await town.ok.get(`/cases/${caseId}/visits`)).items).toMatchObject([{ version: 2 }])
  })

  test('that started from an old version is merged when the two wrote about different facts', async () => {
    const { record, town, caseId } = await plannedVisit(county)
    await record({ house: { rooms: 2 } })
    const late = await record({ outcome: 'met', conclusion: 'true', living: { water: 'tap' } })
    expect(late).toMatchObject({ status: 'applied', serverVersion: 3 })
    const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
    expect(visit.form).toMatchObject({ house: { rooms: 2 }, living: { water: 'tap' }, conclusion: 'true' })
  })

  test('that fails takes nothing of the others with it', async () => {
    const { entryOf, send, town, caseId } = await plannedVisit(county)
    const wrong = entryOf({ present: [newEntryId()] })
    const good = entryOf({ outcome: 'met', conclusion: 'true' })
    expect(await send([wrong, good])).toMatchObject([
      { status: 'refused', problem: 'survey.not-a-member' },
      { status: 'applied', serverVersion: 2 },
    ])
    expect((await town.ok.get(`/cases/${caseId}`)).state.visits).toMatchObject([{ conclusion: 'true' }])
  })
})

describe('a conflict', () => {
  async function conflicting() {
    const story = await plannedVisit(county)
    await story.record({ outcome: 'met', conclusion: 'true', house: { rooms: 2 } })
    const id = newEntryId()
    const result = await story.record({ outcome: 'met', conclusion: 'not-true', house: { rooms: 2 } }, { id })
    const decide = (take: object, submissionId: string = id) =>
      story.coordinator.post(`/visits/${story.visit.id}/resolve`, { submissionId, take })
    return { ...story, id, result, decide }
  }

  test('keeps both sides and changes nothing until a person decides', async () => {
    const { result, coordinator, visit, id } = await conflicting()
    expect(result).toMatchObject({ status: 'conflict', serverVersion: 2, server: { conclusion: 'true' } })
    const view = await coordinator.ok.get(`/visits/${visit.id}/conflict`)
    expect(view).toMatchObject({ serverVersion: 2, submissions: [{ id, content: { conclusion: 'not-true' } }] })
    expect(view.submissions[0].conflicts).toEqual([
      { field: 'conclusion', base: null, server: 'true', device: 'not-true' },
    ])
    expect((await coordinator.ok.get('/submissions')).items).toMatchObject([{ id, status: 'conflict' }])
  })

  test('is decided fact by fact, all of them, once', async () => {
    const { decide, town, caseId, visit } = await conflicting()
    const open = await decide({})
    expect(open.body).toMatchObject({ code: 'survey.undecided', details: { fields: ['conclusion'] } })
    const decided = await decide({ conclusion: 'device' })
    expect(decided.body).toMatchObject({
      status: 'made',
      version: 3,
      conclusion: 'not-true',
      form: { house: { rooms: 2 } },
    })
    expect((await decide({ conclusion: 'server' })).body.code).toBe('survey.no-conflict')
    expect((await town.ok.get(`/cases/${caseId}`)).state.visits).toMatchObject([{ conclusion: 'not-true' }])
    expect((await town.ok.get(`/visits/${visit.id}/conflict`)).submissions).toEqual([])
  })

  test('decided for the server leaves the record as it was', async () => {
    const { decide } = await conflicting()
    expect((await decide({ conclusion: 'server' })).body).toMatchObject({
      status: 'made',
      version: 2,
      conclusion: 'true',
    })
  })

  test('of another village is not there', async () => {
    const { visit, id, decide } = await conflicting()
    const stranger = county.as('coordinator', { village: 1 })
    expect((await stranger.get(`/visits/${visit.id}/conflict`)).status).toBe(404)
    const { status } = await stranger.post(`/visits/${visit.id}/resolve`, { submissionId: id, take: {} })
    expect(status).toBe(404)
    expect((await decide({}, newEntryId())).status).toBe(404)
  })
})

describe('what cannot be applied', () => {
  const wage = (personId: string | undefined) => ({ personId, kind: 'wage', amountFen: 1, per: 'month' })

  test('is refused with the reason', async () => {
    const { record, persons, pair } = await plannedVisit(county)
    const twice = { incomes: [wage(persons[0]), wage(persons[0])] }
    expect(code(await record(twice))).toBe('survey.listed-twice')
    expect(code(await record({ visitedAt: '2026-03-05T01:00:00.000Z' }))).toBe('survey.in-the-future')
    expect(code(await record({ house: { rooms: 1 } }, { baseVersion: 9 }))).toBe('survey.version-unknown')
    expect(code(await record({ signatureDocumentId: newEntryId() }))).toBe('survey.photo-missing')
    expect(code(await record({ surveyors: [pair[0], pair[0]] }))).toBe('survey.two-different')
    expect(code(await record({ surveyors: [pair[0], newEntryId()] }))).toBe('survey.not-a-surveyor')
    expect(code(await record({}, { visitId: newEntryId() }))).toBe('access.out-of-area')
  })

  test('waits visibly where its sender works, and is tried again when the reason is gone', async () => {
    const { record, coordinator, visit } = await plannedVisit(county)
    const id = newEntryId()
    const visitedAt = '2026-03-03T01:00:00.000Z'
    await record({ outcome: 'met', conclusion: 'true', visitedAt }, { id })
    expect((await coordinator.ok.get('/submissions')).items).toMatchObject([
      { id, visitId: visit.id, status: 'refused', problem: 'survey.in-the-future', content: { visitedAt } },
    ])
    expect(await coordinator.ok.post(`/submissions/${id}/retry`)).toMatchObject({ status: 'refused' })
    house.clock.moveTo('2026-03-03T02:00:00.000Z')
    expect(await coordinator.ok.post(`/submissions/${id}/retry`)).toMatchObject({ status: 'applied', serverVersion: 2 })
    expect((await coordinator.ok.get('/submissions')).items).toEqual([])
    expect((await coordinator.post(`/submissions/${id}/retry`)).body.code).toBe('survey.no-conflict')
  })

  test('because the village is another one, waits with its sender and shows nothing of the other', async () => {
    const { entryOf, send, coordinator } = await plannedVisit(county)
    const stranger = county.as('coordinator', { village: 1 })
    expect(await send([entryOf({ outcome: 'met' })], stranger)).toEqual([
      { id: expect.any(String), status: 'refused', problem: 'access.out-of-area' },
    ])
    expect((await stranger.ok.get('/submissions')).items).toHaveLength(1)
    expect((await coordinator.ok.get('/submissions')).items).toEqual([])
  })

  test('because the case moved on is kept too', async () => {
    const { record, town, caseId } = await plannedVisit(county)
    const { version } = await town.ok.get(`/cases/${caseId}`)
    await town.ok.post(`/cases/${caseId}/withdraw`, { version, reason: '不申请了' })
    expect(code(await record({ outcome: 'met', conclusion: 'true' }))).toBe('survey.case-closed')
  })
})

describe('photos', () => {
  async function uploaded(capturedDigest?: string) {
    const story = await plannedVisit(county)
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const claimed = capturedDigest ?? digest(bytes)
    const address = `/documents?householdId=${story.householdId}&caseId=${story.caseId}&kind=visit-photo&capturedDigest=${claimed}&capturedAt=2026-03-02T02:00:00.000Z`
    const document = await story.coordinator.ok.post(address, undefined, { raw: { bytes, mediaType: 'image/jpeg' } })
    const photo = (of: string) => ({
      ...{ digest: of, documentId: document.id, purpose: 'house', capturedAt: '2026-03-02T02:00:00.000Z' },
    })
    return { ...story, bytes, photo, documentId: document.id }
  }

  test('arrive as they were taken', async () => {
    const { record, photo, bytes, documentId } = await uploaded()
    const form = { outcome: 'met', conclusion: 'true', photos: [photo(digest(bytes))], signatureDocumentId: documentId }
    expect(await record(form)).toMatchObject({ status: 'applied' })
  })

  test('that were changed on the way are refused', async () => {
    const { record, photo } = await uploaded()
    expect(code(await record({ photos: [photo(digest('another picture'))] }))).toBe('survey.photo-altered')
  })

  test('of another household are missing here', async () => {
    const { photo, bytes } = await uploaded()
    const other = await plannedVisit(county)
    expect(code(await other.record({ photos: [photo(digest(bytes))] }))).toBe('survey.photo-missing')
  })
})

describe('a quick report', () => {
  const report = (division: string | undefined) => ({
    ...{ id: newEntryId(), kind: 'report.quick', capturedAt: '2026-03-02T02:00:00.000Z' },
    content: { name: '不知道', division, place: '桥头', what: '老人独自在家，三天没生火', phone: '13900001234' },
  })

  test('reaches the town with its telephone masked', async () => {
    const { send, town } = await plannedVisit(county)
    const entry = report(county.towns[0]?.villages[0]?.code)
    expect(await send([entry])).toEqual([{ id: entry.id, status: 'applied' }])
    const { items } = await town.ok.get('/quick-reports')
    expect(items).toMatchObject([{ id: entry.id, name: '不知道', place: '桥头', phoneMasked: '139****1234' }])
  })

  test('about a place that is not theirs waits with its sender', async () => {
    const { send, coordinator } = await plannedVisit(county)
    const entry = report(county.towns[1]?.villages[0]?.code)
    expect(await send([entry])).toMatchObject([{ status: 'refused', problem: 'access.out-of-area' }])
    expect((await coordinator.ok.get('/submissions')).items).toMatchObject([{ kind: 'report.quick', visitId: null }])
  })
})
