import { describe, expect, test } from 'vitest'
import type { OutboxContent } from '../outbox/outbox-row.ts'
import { dump, openedWith, PIN, person, phone, rounds } from '../testing/phone.ts'
import {
  abandonWork,
  hasWork,
  isExpired,
  isWiped,
  latestVault,
  MOST_TRIES,
  makeVault,
  recoverWork,
  rememberPassword,
  unlock,
  wipe,
} from './vault.ts'

const report: OutboxContent = {
  kind: 'entry',
  title: '彭永贵',
  entry: {
    ...{ id: '019b0000-0000-7000-8000-000000000001', kind: 'report.quick', capturedAt: '2026-03-02T01:00:00.000Z' },
    content: { name: '彭永贵', division: '370114901201', place: '桥头', what: '三天没生火' },
  },
}

async function withDay() {
  const one = await phone()
  await one.store.put('pack/day', { households: [{ headName: '彭永贵' }] })
  return one
}

describe('what lies on the phone', () => {
  test('is unreadable: no name, no place, no story', async () => {
    const { db, outbox, store } = await withDay()
    await outbox.add({ content: report })
    await store.put('draft/v1', { form: { conclusionText: '屋顶漏雨' } })
    expect(await dump(db)).not.toMatch(/彭永贵|桥头|生火|漏雨|370114901201|household/)
  })

  test('opens with the PIN and not with another', async () => {
    const { db } = await withDay()
    expect(await unlock(db, person.accountId, '111112')).toEqual({ triesLeft: MOST_TRIES - 1 })
    const opened = await unlock(db, person.accountId, PIN)
    if (!('open' in opened)) throw new Error('the PIN opens')
    const { store } = openedWith(db, opened.open)
    expect(await store.get('pack/day')).toEqual({ households: [{ headName: '彭永贵' }] })
    expect(await unlock(db, person.accountId, '111112')).toEqual({ triesLeft: MOST_TRIES - 1 })
  })

  test('cannot be moved to another place and read there', async () => {
    const { db, store } = await withDay()
    const sealed = await db.get('sealed', `${person.accountId}/pack/day`)
    if (!sealed) throw new Error('the day is there')
    await db.put('sealed', sealed, `${person.accountId}/pack/me`)
    await expect(store.get('pack/me')).rejects.toThrow()
  })

  test('needs this browser too: its key is never given out', async () => {
    const { db } = await withDay()
    const device = (await latestVault(db))?.device
    expect(device?.extractable).toBe(false)
  })
})

describe('the day’s data goes', () => {
  test('after ten wrong PINs, and the right one does not bring it back', async () => {
    const { db, outbox } = await withDay()
    await outbox.add({ content: report })
    for (let left = MOST_TRIES - 1; left >= 0; left--)
      expect(await unlock(db, person.accountId, '111112')).toEqual({ triesLeft: left })
    expect(await unlock(db, person.accountId, PIN)).toEqual({ triesLeft: 0 })
    expect(await db.getAllKeys('sealed')).toEqual([])
    expect(await latestVault(db)).toMatchObject({ packByPin: null, workByPin: null })
  })

  test('when a week went by without the server', async () => {
    const { db } = await withDay()
    const row = await latestVault(db)
    if (!row) throw new Error('the vault is there')
    const until = { ...row, expiresAt: '2026-03-09T01:00:00.000Z' }
    expect(isExpired(until, Date.parse('2026-03-09T00:59:59Z'))).toBe(false)
    expect(isExpired(until, Date.parse('2026-03-09T01:00:00Z'))).toBe(true)
    expect(isExpired({ ...until, clockAhead: 3_600_000 }, Date.parse('2026-03-09T00:30:00Z'))).toBe(true)
  })

  test('on signing out; where nothing was unsent the vault goes with it', async () => {
    const { db } = await withDay()
    await wipe(db, person.accountId)
    expect(await latestVault(db)).toBeUndefined()
    expect(await db.getAllKeys('sealed')).toEqual([])
  })
})

describe('unsent work', () => {
  async function wiped() {
    const one = await withDay()
    await one.outbox.add({ content: report })
    await one.store.put('draft/v1', { visitId: 'v1' })
    await wipe(one.db, person.accountId)
    const row = await latestVault(one.db)
    if (!row) throw new Error('work keeps the vault')
    return { ...one, row }
  }

  test('stays sealed and opens again with the password of the next sign-in', async () => {
    const { db, row } = await wiped()
    expect(isWiped(row)).toBe(true)
    expect(await recoverWork(row, 'Another-Password')).toBeUndefined()
    const work = await recoverWork(row, person.password)
    const again = openedWith(db, await makeVault(db, person, '730158', { work, rounds }))
    expect((await again.outbox.items()).map(({ content }) => content.title)).toEqual(['彭永贵'])
    expect(await again.store.get('draft/v1')).toEqual({ visitId: 'v1' })
    expect(await again.store.get('pack/day')).toBeUndefined()
  })

  test('opens with a new password from the sign-in on at which it was used', async () => {
    const { db, vault, outbox } = await withDay()
    await outbox.add({ content: report })
    await rememberPassword(db, vault, 'New-Password-2')
    const row = await latestVault(db)
    expect(row && (await recoverWork(row, person.password))).toBeUndefined()
    expect(row && (await recoverWork(row, 'New-Password-2'))?.raw).toEqual(vault.work.raw)
  })

  test('goes only when the person gives it up', async () => {
    const { db } = await wiped()
    expect(await hasWork(db, person.accountId)).toBe(true)
    await abandonWork(db, person.accountId)
    expect(await hasWork(db, person.accountId)).toBe(false)
    expect(await db.count('vaults')).toBe(0)
  })
})
