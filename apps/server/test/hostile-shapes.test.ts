/**
 * Every field of every route, generated from the shapes the routes declare: wrong types, unknown fields, prototype keys,
 * keys given twice, NUL, half characters, enormous texts, nesting (SR-46, H09, H10, H20, H49). Never a 5xx; every
 * refusal is a problem with a code, each issue with its place, and both have words in both languages.
 */
import { problemMessages } from '@doudi/api-client'
import type { Answer, Client } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '#modules'
import { callOf, type DraftKey } from './calls.ts'
import { oracle, staffRoles } from './oracle.ts'
import { at, twoCounties } from './two-counties.ts'

const scene = await twoCounties()
const draft: DraftKey = await at(scene.house).ok.post('/drafts')
const routes = modules.flatMap(module => module.routes)

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[] }
type Path = readonly (string | number)[]

/** Every place of a shape, down to `depth` levels; of a list its first item. */
function placesOf(schema: Schema, depth = 4): Path[] {
  const inside = (key: string | number, below: Schema): Path[] =>
    depth === 0 ? [[key]] : [[key], ...placesOf(below, depth - 1).map(rest => [key, ...rest])]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, below]) => inside(key, below)),
    ...(schema.items ? inside(0, schema.items) : []),
    ...(schema.anyOf ?? []).flatMap(one => placesOf(one, depth)),
  ]
}

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** A copy with one place replaced; undefined where the sample has no such place. */
function withPlace(sample: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (sample === null || typeof sample !== 'object') return undefined
  if (rest.length > 0 && !(key in sample)) return undefined
  const copy = structuredClone(sample) as Record<string | number, unknown>
  copy[key] = withPlace(copy[key], rest, value)
  return copy
}

const NUL = String.fromCharCode(0)
/** As JSON text, because some of them cannot be a JavaScript value. */
const wrong: readonly [what: string, json: string][] = [
  ['null', 'null'],
  ['a truth', 'true'],
  ['a number', '-1.5'],
  ['an enormous number', '1e308'],
  ['a list', '[[]]'],
  ['an object', '{"x":{}}'],
  ['an empty text', '""'],
  ['NUL', JSON.stringify(`a${NUL}b`)],
  ['half a character', '"\\ud842"'],
  ['an enormous text', JSON.stringify('长'.repeat(50_000))],
  ['a wildcard', '"%_\\\\\'"'],
]
const MARK = '"@@here@@"'

const words = (code: string) => Boolean(problemMessages['zh-CN'][code]?.trim() && problemMessages.en[code]?.trim())

function faultOf({ status, body, headers, text }: Answer): string | null {
  if (status < 300) return null
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return `${status} is no problem+json`
  if (!body.code || !words(body.code)) return `no words for ${body.code}`
  if (body.code === 'input.invalid' && body.issues.length === 0) return 'input.invalid without a place'
  const mute = body.issues.find((issue: { code: string; pointer: unknown }) => {
    return !words(issue.code) || typeof issue.pointer !== 'string'
  })
  return mute ? `no words for ${JSON.stringify(mute)}` : null
}

/** Somebody who may, who is nobody's colleague elsewhere: so many requests use up what one person may send in a minute. */
async function callerFor(address: string): Promise<Client> {
  const { may } = oracle.get(address) ?? { may: new Map<string, string>() }
  if (may.has('resident') && !may.has('signed-in')) return scene.resident(scene.here)
  const role = may.has('signed-in')
    ? 'auditor'
    : staffRoles.find(one => may.get(one) !== undefined && may.get(one) !== 'nothing')
  return role ? scene.caller(role, { nth: 2 }) : scene.nobody()
}

const withBody = routes.filter(route => route.body)

describe.each(withBody.map(route => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s',
  (address, route) => {
    const [method = ''] = address.split(' ')
    const call = callOf(address, scene.here, draft)
    const send = async (json: string) =>
      (await callerFor(address)).call(method, call.path, undefined, {
        ...call.options,
        raw: { bytes: json, mediaType: 'application/json' },
      })

    test('each field, with everything that does not belong there', async () => {
      const faults: string[] = []
      const client = await callerFor(address)
      for (const place of placesOf(jsonSchema(route.body as z.ZodType))) {
        const sample = withPlace(call.body ?? {}, place, '@@here@@')
        if (sample === undefined) continue
        for (const [what, json] of wrong) {
          const bytes = JSON.stringify(sample).replace(MARK, () => json)
          const public_ = oracle.get(address)?.kind === 'public'
          const answer = await (public_ ? at(scene.house) : client).call(method, call.path, undefined, {
            ...call.options,
            raw: { bytes, mediaType: 'application/json' },
          })
          const fault = faultOf(answer)
          if (fault) faults.push(`${what} at /${place.join('/')}: ${fault}`)
        }
      }
      expect(faults).toEqual([])
    })

    test.each([
      [
        'an unknown field',
        (body: string) => body.replace('{', '{"isAdmin":true,').replace(',}', '}'),
        'shape.unknown-field',
      ],
      [
        '__proto__',
        (body: string) => body.replace('{', '{"__proto__":{"a":1},').replace(',}', '}'),
        'json.forbidden-key',
      ],
      [
        'constructor',
        (body: string) => body.replace('{', '{"constructor":1,').replace(',}', '}'),
        'json.forbidden-key',
      ],
      [
        'a key given twice',
        (body: string) => body.replace('{', '{"x":1,"x":2,').replace(',}', '}'),
        'json.duplicate-key',
      ],
      ['a trailing comma', (body: string) => `${body.slice(0, -1)},}`, 'json.malformed'],
      ['half a body', (body: string) => body.slice(0, -1), 'json.malformed'],
      ['a byte order mark', (body: string) => `\ufeff${body}`, 'json.byte-order-mark'],
      ['ten thousand levels', () => '['.repeat(10_000) + ']'.repeat(10_000), 'json.too-deep'],
    ] as const)('%s', async (_, spoil, code) => {
      const answer = await send(spoil(JSON.stringify(call.body ?? {})))
      expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid'])
      expect(answer.body.issues.map((issue: { code: string }) => issue.code)).toContain(code)
      expect(({} as Record<string, unknown>).a).toBeUndefined()
    })
  },
)

const asking = routes.filter(route => route.query || route.params)

describe.each(asking.map(route => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s',
  (address, route) => {
    test('its address and its questions, with everything that does not belong there', async () => {
      const faults: string[] = []
      const client = await callerFor(address)
      const call = callOf(address, scene.here, draft)
      const [path = '', query = ''] = call.path.split('?')
      const odd = [
        '',
        '%00',
        '%ff%fe',
        '%ED%A1%82',
        '-1',
        '1e309',
        'null',
        '..%2F..%2Fetc%2Fpasswd',
        "'%20or%201%3D1--",
        'x'.repeat(5000),
      ]
      const names = Object.keys((route.query ? jsonSchema(route.query) : {}).properties ?? {})
      const addresses = [
        ...odd.flatMap(value => names.map(name => `${path}?${query ? `${query}&` : ''}${name}=${value}`)),
        ...odd.flatMap(value => names.map(name => `${path}?${name}=${value}`)),
        ...(route.params ? odd.filter(Boolean).map(value => route.path.replace(/:\w+/, value)) : []),
      ]
      for (const one of addresses) {
        const answer = await client.call(route.method.toUpperCase(), one, call.body, call.options)
        const fault = answer.status === 429 ? null : faultOf(answer)
        if (fault) faults.push(`${one.slice(0, 120)}: ${fault}`)
      }
      expect(faults).toEqual([])
    })
  },
)
