import { describe, expect, test } from 'vitest'
import { newId } from '../clock.ts'
import { phone } from '../testing/phone.ts'
import { type Fate, Killed, reloaded, send, server, statesOf, visitWithPictures } from '../testing/server.ts'
import { photoName } from '../visit/local-photo.ts'
import { asOneSender } from './one-sender.ts'
import { reconciled } from './outbox-row.ts'

const report = (name: string) => {
  const content = { name, division: '370114901201', place: '桥头', what: '三天没生火' }
  const entry = { id: newId(), kind: 'report.quick', capturedAt: '2026-03-02T01:00:00.000Z', content } as const
  return { content: { kind: 'entry', title: name, entry } as const }
}

describe('sending a visit with two pictures', () => {
  test('goes pictures first, and the entry names their documents', async () => {
    const one = await visitWithPictures()
    const far = server()
    expect(await send(one, far)).toBe('done')
    expect(far.calls).toEqual(['document', 'document', 'hand'])
    expect(far.entries.get(one.entry.id)?.content).toMatchObject({
      outcome: 'met',
      photos: [{ documentId: 'document-1' }, { documentId: 'document-2' }],
    })
    expect(await statesOf(one)).toEqual(['delivered'])
  })

  const steps: [string, Fate[]][] = [
    ['before the first picture', ['killed']],
    ['between the pictures', ['ok', 'killed']],
    ['before the entry', ['ok', 'ok', 'killed']],
  ]
  test.each(steps)('killed %s it goes on after the reload, and nothing is there twice', async (_, fates) => {
    const one = await visitWithPictures()
    const far = server(...fates)
    await expect(send(one, far)).rejects.toBeInstanceOf(Killed)
    expect(await statesOf(one)).toEqual(['sending'])
    expect(await send(reloaded(one), far)).toBe('done')
    expect([far.documents.size, far.entries.size]).toEqual([2, 1])
    expect(await statesOf(one)).toEqual(['delivered'])
  })

  test.each([1, 2, 3])('an answer lost at call %i makes nothing twice', async call => {
    const one = await visitWithPictures()
    const far = server(...Array<Fate>(call - 1).fill('ok'), 'answer-lost')
    expect(await send(one, far)).toBe('unreachable')
    expect(await statesOf(one)).toEqual(['waiting'])
    expect(await send(reloaded(one), far)).toBe('done')
    expect([far.documents.size, far.entries.size]).toEqual([2, 1])
  })

  test('any run of bad luck ends with one visit and two documents', async () => {
    const luck: Fate[] = [
      'request-lost',
      'answer-lost',
      'request-lost',
      'ok',
      'answer-lost',
      'signed-out',
      'answer-lost',
    ]
    const one = await visitWithPictures()
    const far = server(...luck)
    for (let tries = 0; (await statesOf(one))[0] !== 'delivered'; tries++) {
      expect(tries).toBeLessThan(luck.length + 1)
      await send(reloaded(one), far)
    }
    expect([far.documents.size, far.entries.size]).toEqual([2, 1])
  })

  test('pictures leave the phone only when the server has the visit', async () => {
    const one = await visitWithPictures(1)
    const [row] = await one.outbox.rows()
    const name = photoName(row?.uploads[0]?.photo.id ?? '')
    await send(one, server('ok', 'request-lost'))
    await one.outbox.tidy()
    expect(await one.store.getBytes(name)).toBeDefined()
    await send(one, server())
    await one.outbox.tidy()
    expect(await one.store.getBytes(name)).toBeUndefined()
  })
})

describe('what the server says', () => {
  test('no session: everything is parked, and goes on after the sign-in', async () => {
    const one = await visitWithPictures(0)
    await one.outbox.add(report('不知道'))
    const far = server('signed-out')
    expect(await send(one, far)).toBe('signed-out')
    expect(await statesOf(one)).toEqual(['parked', 'parked'])
    expect(await send(one, far)).toBe('done')
    expect(await statesOf(one)).toEqual(['delivered', 'delivered'])
  })

  test('a refusal stays with its reason, and the others go on', async () => {
    const one = await visitWithPictures(1)
    await one.outbox.add(report('不知道'))
    expect(await send(one, server({ refused: 'document.too-large' }))).toBe('done')
    expect(await one.outbox.rows()).toMatchObject([
      { state: 'refused', problem: 'document.too-large' },
      { state: 'delivered' },
    ])
    const [row] = await one.outbox.rows()
    await one.outbox.again(row?.id ?? '')
    expect(await statesOf(one)).toEqual(['waiting', 'delivered'])
  })

  test('a conflict waits for a person, and its decision is sent with a key of its own', async () => {
    const one = await visitWithPictures(0)
    await send(one, server('conflict'))
    expect(await statesOf(one)).toEqual(['conflict'])
    const decision = { visitId: 'v1', submissionId: one.entry.id, take: { conclusion: 'device' } } as const
    const row = await one.outbox.add({ content: { kind: 'decision', title: '彭永贵', decision } })
    const far = server('answer-lost')
    await send(one, far)
    await send(reloaded(one), far)
    expect([...far.decisions]).toEqual([[row.id, decision]])
  })

  test('a lost answer is made up for by what the server keeps', async () => {
    const one = await visitWithPictures(0)
    await send(one, server())
    const [row] = await one.outbox.rows()
    if (!row) throw new Error('the row is there')
    const kept = (status: string, problem: string | null = null) => new Map([[row.id, { status, problem }]])
    const conflict = reconciled(row, kept('conflict'))
    expect(conflict.state).toBe('conflict')
    expect(reconciled(conflict, new Map()).state).toBe('delivered')
    expect(reconciled(row, kept('refused', 'survey.in-the-future'))).toMatchObject({
      ...{ state: 'refused', problem: 'survey.in-the-future', kept: true },
    })
  })
})

describe('the outbox', () => {
  test('is sent in the order in which it was written', async () => {
    const one = await phone()
    for (const name of ['一', '二', '三']) await one.outbox.add(report(name))
    const far = server()
    await send(one, far)
    expect([...far.entries.values()].map(({ content }) => (content as { name: string }).name)).toEqual([
      '一',
      '二',
      '三',
    ])
  })

  test('gives back what was never sent, and nothing that may have arrived', async () => {
    const [fresh, tried] = [await visitWithPictures(0), await visitWithPictures(0)]
    expect(await fresh.outbox.takeBack(fresh.entry.id)).toBe(true)
    expect(await fresh.outbox.rows()).toEqual([])
    await send(tried, server('answer-lost'))
    expect(await tried.outbox.takeBack(tried.entry.id)).toBe(false)
    expect(await statesOf(tried)).toEqual(['waiting'])
  })

  test('is sent by one page at a time, with locks or with a lease', async () => {
    const { db } = await phone()
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    const first = asOneSender(db, () => held.then(() => 'first'), undefined)
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(await asOneSender(db, async () => 'second', undefined)).toBeUndefined()
    release()
    expect(await first).toBe('first')
    expect(await asOneSender(db, async () => 'third', undefined)).toBe('third')
  })
})
