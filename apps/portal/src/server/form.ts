/** A posted form as text by name. What it means is for the page to read; here it is only unpacked and guarded. */
import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { CookieJar } from './cookies.ts'

export type Fields = Readonly<Record<string, readonly string[]>>

/** The first value, trimmed of nothing: parsers decide what blanks mean. */
export const one = (fields: Fields, name: string): string => fields[name]?.[0] ?? ''
export const all = (fields: Fields, name: string): readonly string[] => fields[name] ?? []

export class ForgedForm extends Error {
  override readonly name = 'ForgedForm'
}

export interface PostedForm {
  readonly fields: Fields
  readonly files: Readonly<Record<string, File>>
  /** The key made when the form was rendered: sent twice, it acts once. */
  readonly key: string
}

const MAX_FORM = 12_000_000

/** Reads a form after checking that this site rendered it for this browser (double submit, same site). */
export async function readForm(c: Context, jar: CookieJar): Promise<PostedForm> {
  refuseCrossSite(c)
  if (Number(c.req.header('content-length') ?? '0') > MAX_FORM) throw new ForgedForm('too large')
  const data = await c.req.formData()
  const fields: Record<string, string[]> = Object.create(null)
  const files: Record<string, File> = Object.create(null)
  for (const [name, value] of data) {
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value]
    else if (value.size > 0) files[name] = value
  }
  if (!sameText(one(fields, '_form'), jar.read('form') ?? '')) throw new ForgedForm('token')
  const key = one(fields, '_key')
  return { fields, files, key: /^[0-9a-f-]{36}$/.test(key) ? key : crypto.randomUUID() }
}

function refuseCrossSite(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new ForgedForm('site')
  const origin = c.req.header('origin')
  if (origin && origin !== 'null' && URL.parse(origin)?.host !== new URL(c.req.url).host) throw new ForgedForm('origin')
}

function sameText(given: string, expected: string): boolean {
  if (expected.length < 20 || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
