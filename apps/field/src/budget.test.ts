/** What the phone has to load once, and in which language it is written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildIfMissing, dist } from './testing/site.ts'

const JS_BYTES = 64_000
const CSS_BYTES = 8_000
const ALL_BYTES = 100_000

const built = () => {
  buildIfMissing()
  return readdirSync(dist).map(name => ({ name, bytes: readFileSync(join(dist, name)) }))
}
const packed = (files: ReturnType<typeof built>) => files.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)

test('the app stays small', () => {
  const files = built()
  expect(packed(files.filter(({ name }) => name.endsWith('.js')))).toBeLessThan(JS_BYTES)
  expect(packed(files.filter(({ name }) => name.endsWith('.css')))).toBeLessThan(CSS_BYTES)
  expect(packed(files)).toBeLessThan(ALL_BYTES)
})

test('the oldest phones can read it: no BigInt, and a worker in one plain script', () => {
  const text = (ends: RegExp) => built().flatMap(({ name, bytes }) => (ends.test(name) ? bytes.toString() : []))
  for (const script of text(/\.js$/)) expect(script).not.toMatch(/[^\w$.]\d+n[^\w]/)
  expect(text(/^service-worker\.js$/).join()).not.toMatch(/\b(import|export)\b/)
})

test('the worker keeps every file of the build, under its name', () => {
  const files = built().map(({ name }) => name)
  const worker =
    built()
      .find(({ name }) => name === 'service-worker.js')
      ?.bytes.toString() ?? ''
  for (const name of files) {
    if (name === 'service-worker.js') continue
    expect(worker).toContain(name === 'index.html' ? '""' : `"${name}"`)
  }
})
