import { deflateSync } from 'node:zlib'
import { type County, testHouse } from '@doudi/testkit'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { documentsOfCase } from './documents.ts'
import { inOffice, registered } from './registered-family.testing.ts'

async function place() {
  const house = await testHouse()
  const county = await house.county()
  const family = await registered(house, { county })
  return { house, county, family, householdId: family.householdId }
}

const upload = (county: County, query: string, bytes: Uint8Array | string, mediaType: string, town = 0) =>
  county.as('town-assistant', { town }).post(`/documents?${query}`, undefined, { raw: { bytes, mediaType } })

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#b45309' } })

const pdf = (body: string, tail = '') =>
  Buffer.from(
    `%PDF-1.7\n${body}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n${tail}`,
    'latin1',
  )

/** Objects in a compressed stream, where a plain search does not see them. */
function objectStream(objects: string): string {
  const data = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj`
}

/** The header of an image of any size; what would follow never matters. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (name: string, data: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(name), data])
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, check])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('a photo of a paper', () => {
  test('is stored anew: upright, without place, device and whatever else stood in it', async () => {
    const { county, householdId } = await place()
    const photo = await picture()
      .withExif({ IFD0: { Make: 'SecretCamera', Orientation: '6' }, IFD3: { GPSLatitude: '36/1 40/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const both = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')])
    const added = await upload(county, `householdId=${householdId}&kind=identity-card`, both, 'image/jpeg')
    expect(added.status).toBe(201)
    const answer = await county.as('town-assistant').get(`/documents/${added.body.id}`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toBeNull()
    expect(answer.text).not.toMatch(/SecretCamera|script|Exif/)
  })

  test('stands upright and carries no camera data', async () => {
    const { house, county, householdId } = await place()
    const photo = await picture(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { body } = await upload(county, `householdId=${householdId}&kind=identity-card`, photo, 'image/jpeg')
    const stored = await inOffice(house, work => work.files.get(body.digest))
    const about = await sharp(stored).metadata()
    expect([about.width, about.height, about.orientation, about.exif]).toEqual([20, 40, undefined, undefined])
  })

  test.each(['png', 'webp', 'jpeg'] as const)('may be %s', async format => {
    const { county, householdId } = await place()
    const bytes = await picture().toFormat(format).toBuffer()
    expect((await upload(county, `householdId=${householdId}&kind=photo`, bytes, `image/${format}`)).status).toBe(201)
  })

  test('printed colours become screen colours', async () => {
    const { house, county, householdId } = await place()
    const bytes = await picture().toColourspace('cmyk').jpeg().toBuffer()
    const { body } = await upload(county, `householdId=${householdId}&kind=photo`, bytes, 'image/jpeg')
    expect((await sharp(await inOffice(house, work => work.files.get(body.digest))).metadata()).space).toBe('srgb')
  })

  test('its digests, as it came and as the phone took it, are kept; the act stands on the line', async () => {
    const { house, county } = await place()
    const { householdId, caseId } = await county.apply()
    const bytes = await picture().png().toBuffer()
    const captured = 'a'.repeat(64)
    const query = `householdId=${householdId}&caseId=${caseId}&kind=visit-photo&capturedDigest=${captured}&capturedAt=2026-03-01T02:03:04Z`
    const { body } = await upload(county, query, bytes, 'image/png')
    const row = await inOffice(house, work =>
      work.db.selectFrom('registry.document').selectAll().where('id', '=', body.id).executeTakeFirstOrThrow(),
    )
    const received = await inOffice(house, async work => work.crypto.digest(bytes))
    expect(row).toMatchObject({
      digest: body.digest,
      received_digest: received,
      captured_digest: captured,
      captured_at: '2026-03-01T02:03:04.000Z',
    })
    const { items } = await county.as('town-assistant').ok.get(`/households/${householdId}/line`)
    expect(items.at(-1)).toMatchObject({ act: 'document.added', caseId })
    expect(await inOffice(house, work => documentsOfCase(work, caseId))).toMatchObject([
      { id: body.id, kind: 'visit-photo' },
    ])
  })

  test('is put down to a case of its own household and to no other', async () => {
    const { county, householdId } = await place()
    const { caseId } = await county.apply()
    const bytes = await picture().png().toBuffer()
    const answer = await upload(county, `householdId=${householdId}&caseId=${caseId}&kind=photo`, bytes, 'image/png')
    expect([answer.status, answer.body.code]).toEqual([404, 'access.out-of-area'])
  })

  test('the same upload sent twice with one key is one document', async () => {
    const { county, householdId } = await place()
    const bytes = await picture().png().toBuffer()
    const key = '4dc0c7d4-6d9f-4f6e-9a3e-0f3f1a2b3c4d'
    const send = () =>
      county.as('town-assistant').post(`/documents?householdId=${householdId}&kind=photo`, undefined, {
        key,
        raw: { bytes, mediaType: 'image/png' },
      })
    expect((await send()).body).toEqual((await send()).body)
  })
})

describe('a file that is not what it says', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const cases: [string, () => Promise<Uint8Array | string> | Uint8Array | string, string, string][] = [
    [
      'H55 a web page called a photo',
      () => '<html><script>alert(1)</script></html>',
      'image/jpeg',
      'document.not-this-kind',
    ],
    ['H55 a drawing with a script called a photo', () => svg, 'image/png', 'document.not-this-kind'],
    ['H55 a moving picture called a photo', () => picture().gif().toBuffer(), 'image/png', 'document.not-this-kind'],
    ['H55 a PNG called a JPEG', () => picture().png().toBuffer(), 'image/jpeg', 'document.not-this-kind'],
    ['H56 zero bytes', () => new Uint8Array(), 'image/png', 'document.empty'],
    ['H56 30 000 × 30 000 pixels in a few bytes', () => pngOf(30_000, 30_000), 'image/png', 'document.too-many-pixels'],
    [
      'H56 a JPEG cut off in the middle',
      async () => (await picture(400, 400).jpeg().toBuffer()).subarray(0, 700),
      'image/jpeg',
      'document.damaged',
    ],
    [
      'H56 only the first bytes of a JPEG',
      () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      'image/jpeg',
      'document.damaged',
    ],
    ['a PDF that is none', () => 'PK\x03\x04 %PDF-1.7 %%EOF', 'application/pdf', 'document.not-this-kind'],
    ['a PDF cut off', () => '%PDF-1.7\n1 0 obj', 'application/pdf', 'document.not-this-kind'],
    [
      'a PDF with another file behind it',
      () => pdf('', 'PK\x03\x04'.repeat(400)),
      'application/pdf',
      'document.not-this-kind',
    ],
    [
      'H55 a PDF with a program',
      () => pdf('2 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'),
      'application/pdf',
      'document.active-content',
    ],
    [
      'H55 a PDF that starts something',
      () => pdf('2 0 obj << /S /Launch /F (cmd.exe) >> endobj'),
      'application/pdf',
      'document.active-content',
    ],
    [
      'H55 a PDF with an action on opening',
      () => pdf('2 0 obj << /OpenAction 3 0 R >> endobj'),
      'application/pdf',
      'document.active-content',
    ],
    [
      'a program written with escapes',
      () => pdf('2 0 obj << /S /J#61vaScr#69pt >> endobj'),
      'application/pdf',
      'document.active-content',
    ],
    [
      'a program in a compressed stream',
      () => pdf(objectStream('7 0 << /S /JavaScript >>')),
      'application/pdf',
      'document.active-content',
    ],
    [
      'a stream that cannot be opened',
      () => pdf('5 0 obj << /Type /ObjStm >>\nstream\nxxxx\nendstream'),
      'application/pdf',
      'document.active-content',
    ],
    [
      'H57 a stream of a thousand times its size',
      () => pdf(objectStream(' '.repeat(40_000_000))),
      'application/pdf',
      'document.active-content',
    ],
    ['a PDF under lock', () => pdf('trailer << /Encrypt 9 0 R >>'), 'application/pdf', 'document.active-content'],
  ]
  test.each(cases)('%s is refused', async (_, make, mediaType, code) => {
    const { county, householdId } = await place()
    const answer = await upload(county, `householdId=${householdId}&kind=photo`, await make(), mediaType)
    expect(answer).toMatchObject({ status: 422, body: { code } })
  })

  test('H56 a moving image is refused', async () => {
    const { county, householdId } = await place()
    const frames = await Promise.all(
      ['#000', '#fff', '#f00'].map(background => picture().tint(background).png().toBuffer()),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer()
    const answer = await upload(county, `householdId=${householdId}&kind=photo`, moving, 'image/webp')
    expect(answer).toMatchObject({ status: 422, body: { code: 'document.animated' } })
    const still = await picture().png().toBuffer()
    const apng = Buffer.concat([
      still.subarray(0, 33),
      Buffer.from([0, 0, 0, 8]),
      Buffer.from('acTL'),
      Buffer.alloc(12),
      still.subarray(33),
    ])
    const other = await upload(county, `householdId=${householdId}&kind=photo`, apng, 'image/png')
    expect(other).toMatchObject({ status: 422, body: { code: 'document.animated' } })
  })

  test('other kinds of file and files that are too large are refused before they are read', async () => {
    const { county, householdId } = await place()
    const query = `householdId=${householdId}&kind=photo`
    for (const type of ['image/svg+xml', 'text/html', 'image/gif', 'image/heic', 'application/zip']) {
      expect((await upload(county, query, 'x', type)).status).toBe(422)
    }
    expect((await upload(county, query, new Uint8Array(8_000_001), 'image/png')).status).toBe(413)
  })

  test('a plain PDF, also one with compressed objects, is kept as it came and only ever saved', async () => {
    const { house, county, householdId } = await place()
    for (const bytes of [pdf('2 0 obj << /Type /Page >> endobj'), pdf(objectStream('7 0 << /Type /Page >>'))]) {
      const { body, status } = await upload(county, `householdId=${householdId}&kind=booklet`, bytes, 'application/pdf')
      expect(status).toBe(201)
      expect(await inOffice(house, work => work.files.get(body.digest))).toEqual(bytes)
      const answer = await county.as('town-assistant').get(`/documents/${body.id}`)
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''booklet-${body.id}.pdf`)
    }
  })
})

describe('whose document', () => {
  test.each([
    '../../etc/passwd',
    '..\\..\\x',
    '%2e%2e%2f',
    'a.jpg\0.html',
    'CON.jpg',
    'x'.repeat(300),
    '-rf',
    'gpj\u202e.exe',
  ])('H54 a name such as %j is no kind of document', async name => {
    const { county, householdId } = await place()
    const bytes = await picture().png().toBuffer()
    const answer = await upload(
      county,
      `householdId=${householdId}&kind=${encodeURIComponent(name)}`,
      bytes,
      'image/png',
    )
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ in: 'query', pointer: '/kind' }] } })
  })

  test('H54 a name given beside is refused, not used', async () => {
    const { county, householdId } = await place()
    const bytes = await picture().png().toBuffer()
    const answer = await upload(county, `householdId=${householdId}&kind=photo&name=..%2Fx.html`, bytes, 'image/png')
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ code: 'shape.unknown-field' }] } })
  })

  test('H50 another town neither adds nor reads', async () => {
    const { county, householdId } = await place()
    const bytes = await picture().png().toBuffer()
    const added = await upload(county, `householdId=${householdId}&kind=photo`, bytes, 'image/png')
    expect((await upload(county, `householdId=${householdId}&kind=photo`, bytes, 'image/png', 1)).status).toBe(404)
    expect((await county.as('town-assistant', { town: 1 }).get(`/documents/${added.body.id}`)).status).toBe(404)
  })

  test('a paper of somebody of another household is refused', async () => {
    const { house, county, householdId } = await place()
    const other = await registered(house, { county })
    const bytes = await picture().png().toBuffer()
    const query = `householdId=${householdId}&personId=${other.members[0]?.personId}&kind=photo`
    expect(await upload(county, query, bytes, 'image/png')).toMatchObject({
      status: 422,
      body: { code: 'registry.not-a-member' },
    })
  })

  test('opening one stands on the line', async () => {
    const { county, householdId } = await place()
    const added = await upload(
      county,
      `householdId=${householdId}&kind=photo`,
      await picture().png().toBuffer(),
      'image/png',
    )
    await county.as('county-supervisor').get(`/documents/${added.body.id}`)
    const { items } = await county.as('town-assistant').ok.get(`/households/${householdId}/line`)
    expect(items).toMatchObject([{ act: 'document.added' }, { act: 'document.read', role: 'county-supervisor' }])
  })
})
