/** Files that are not what they say (H54–H56, H59, H61): refused or made harmless, and nothing is left of what was refused. */
import { type County, family, PICTURE, type TestHouse, testHouse } from '@doudi/testkit'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

const village = () => county.towns[0]?.villages[0]?.code ?? ''
const send = (householdId: string, bytes: Uint8Array | string, mediaType: string, kind = 'photo') =>
  county
    .as('town-assistant')
    .post(`/documents?householdId=${householdId}&kind=${encodeURIComponent(kind)}`, undefined, {
      raw: { bytes, mediaType },
    })
const documentsOf = (householdId: string) =>
  house.inWork(systemCaller, ({ db }) =>
    db.selectFrom('registry.document').select('id').where('household_id', '=', householdId).execute(),
  )

describe('a picture', () => {
  const html = '<html><script>alert(1)</script></html>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  const huge = Buffer.from(PICTURE)
  huge.writeUInt32BE(30_000, 16)
  huge.writeUInt32BE(30_000, 20)

  test.each([
    ['H55 HTML that says it is a photo', html, 'image/jpeg', 422, 'document.not-this-kind'],
    ['H55 SVG that says it is a photo', svg, 'image/png', 422, 'document.not-this-kind'],
    ['H55 SVG that says so', svg, 'image/svg+xml', 422, 'http.media-type'],
    ['H55 HTML that says so', html, 'text/html', 422, 'http.media-type'],
    ['H56 nothing', new Uint8Array(), 'image/png', 422, 'document.empty'],
    ['H56 half a picture', PICTURE.subarray(0, 60), 'image/png', 422, 'document.damaged'],
    ['H56 30 000 by 30 000 in a hundred bytes', huge, 'image/png', 422, 'document.too-many-pixels'],
    ['more than eight megabytes', new Uint8Array(8_000_001), 'image/png', 413, 'http.too-large'],
    ['H55 a paper that says it is a PDF', html, 'application/pdf', 422, 'document.not-this-kind'],
  ] as const)('%s is refused', async (_, bytes, mediaType, status, code) => {
    const { householdId } = await county.apply()
    const answer = await send(householdId, bytes as Uint8Array | string, mediaType)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await documentsOf(householdId)).toEqual([])
  })

  test('H55 with a page of HTML behind it is written anew, and the page is gone', async () => {
    const { householdId } = await county.apply()
    const { body } = await send(householdId, Buffer.concat([PICTURE, Buffer.from(html)]), 'image/png')
    const stored = await house.inWork(systemCaller, work => work.files.get(body.digest))
    expect(stored.includes('<script>')).toBe(false)
    expect((await sharp(stored).metadata()).width).toBe(24)
  })

  test.each(['../../etc/passwd', '..\\..\\x', 'CON.jpg', 'a\u0000b', '-rf', 'x'.repeat(300), '\u202egpj.exe'])(
    'H54 never has a name: %j is no kind',
    async kind => {
      const { householdId } = await county.apply()
      const answer = await send(householdId, PICTURE, 'image/png', kind)
      expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid'])
      expect(await documentsOf(householdId)).toEqual([])
    },
  )
})

test('H59 a name that a spreadsheet would run is written as text', async () => {
  const names = ['=HYPERLINK("http://x")李', '+李四', '-李四', '@李四', '\uff1d李四']
  for (const name of names) {
    const given = family({ village: village(), members: 1 })
    await county.as('town-assistant').ok.post('/applications', {
      application: {
        ...given,
        applicant: { ...given.applicant, name },
        members: [{ ...given.members[0], name }],
        commitment: { agreed: true, signedName: name },
        consents: [],
        bankAccount: null,
      },
      channel: 'window',
    })
  }
  const { text } = await county.as('auditor').get('/cases/export')
  const cells = text
    .split('\r\n')
    .slice(2)
    .flatMap(line => line.split(','))
  expect(cells.filter(cell => /^"?[=+\-@\uff1d\t]/.test(cell))).toEqual([])
  for (const name of names) expect(text).toContain(`'${name.replaceAll('"', '""')}`)
})

describe('H61 the bank’s answer', () => {
  /** Two families, paid by one batch that the bank has. */
  async function sent() {
    const cases = [await county.caseAt('publicised'), await county.caseAt('publicised')]
    for (const one of cases) await one.goOn('decided')
    house.clock.moveTo('2026-04-06T01:00:00.000Z')
    const [maker, releaser] = [county.as('county-finance'), county.as('county-finance', { nth: 1 })]
    const budget = await maker.ok.post('/budgets', {
      ...{ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 10_000_000 },
    })
    const batch = await maker.ok.post('/batches', { programme: 'dibao', month: '2026-04', budgetId: budget.id })
    await releaser.ok.post(`/batches/${batch.id}/release`)
    await releaser.ok.post(`/batches/${batch.id}/send`)
    const { items } = await maker.ok.get(`/batches/${batch.id}/lines`)
    const answer = (file: string) =>
      maker.ok.post(`/batches/${batch.id}/return-file`, undefined, { raw: { bytes: file, mediaType: 'text/plain' } })
    return { batch, amounts: items.map((line: { amountFen: number }) => line.amountFen) as number[], maker, answer }
  }

  test('whatever is wrong in it is set aside with its row, and the money still adds up', async () => {
    const { batch, amounts, maker, answer } = await sent()
    const total = amounts[0]! + amounts[1]!
    const head = `H|${batch.number}\n`
    const broken: readonly [file: string, why: string[]][] = [
      [`H|SOMEBODY-ELSES\nR|1|S|\nR|2|S|\nT|2|${total}\n`, ['other-batch']],
      [`${head}R|1|S||${amounts[0]! + 1}\nT|1|${amounts[0]}\n`, ['wrong-amount']],
      [`${head}R|9|S|\nT|1|0\n`, ['unknown-line']],
      [`${head}R|1|S|\nR|1|F|E03 销户\nT|2|${2 * amounts[0]!}\n`, ['contradicting-rows']],
      [`${head}=cmd|'/c calc'!A0\n`, ['unreadable', 'trailer-missing']],
      ['\u0000\u0001\u0002\n', ['unreadable', 'trailer-missing', 'unverifiable']],
    ]
    for (const [file, why] of broken) {
      const result = await answer(file)
      expect([result.settled, result.returned, result.complete && !why.includes('wrong-amount')]).toEqual([
        0,
        0,
        expect.any(Boolean),
      ])
      for (const { why: reason } of result.quarantined) expect(why).toContain(reason)
      expect(result.quarantined.length).toBeGreaterThan(0)
    }
    expect((await maker.ok.get('/budgets')).items[0]).toMatchObject({ spentFen: total })
    expect((await maker.ok.get('/ledger/trial-balance')).balanced).toBe(true)
    const good = await answer(`${head}R|2|S|\nR|1|S|\nT|2|${total}\n`)
    expect(good).toMatchObject({ settled: 2, quarantined: [], complete: true })
    expect((await maker.ok.get('/ledger/trial-balance')).balanced).toBe(true)
  })

  test('sent again says the same, and pays nobody twice', async () => {
    const { batch, amounts, maker, answer } = await sent()
    const file = `H|${batch.number}\nR|1|S|\nR|2|F|E03 销户\nT|2|${amounts[0]! + amounts[1]!}\n`
    const first = await answer(file)
    const before = await maker.ok.get('/ledger/trial-balance')
    const again = await maker.post(`/batches/${batch.id}/return-file`, undefined, {
      raw: { bytes: file, mediaType: 'text/plain' },
    })
    if (again.status === 200) expect(again.body).toEqual(first)
    else expect([again.status, again.body.code]).toEqual([409, 'payments.batch-state'])
    expect(await maker.ok.get('/ledger/trial-balance')).toEqual(before)
  })
})
