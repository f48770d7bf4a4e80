/** Packs that nobody wrote in good faith, or that were cut in two on the way: refused with a place, never a crash. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPacks } from '../src/index.ts'
import { basePack } from './mistakes.ts'

const head = (name: string, inherits?: string) =>
  `name: ${name}\ntitle: { zh-CN: 甲, en: A }\nlevel: ${inherits ? 'city' : 'nation'}\narea: '0'\n${inherits ? `inherits: ${inherits}\n` : ''}documents: [{ id: d, title: 甲, issuer: 甲, date: '2020-01-01' }]\n`

const rule = (n: number, formula: string) =>
  `  - { name: 第${n}步, id: step${n}, versions: [{ from: 2020-01-01, formula: '${formula}', citation: { document: d, clause: 一 } }] }\n`

const codesOf = (files: Record<string, string>) => loadPacks(new Map(Object.entries(files))).problems.map(p => p.code)

describe('a pack', () => {
  test.each([
    ['the last of them first', (n: number) => n + 1, 999],
    ['the first of them first', (n: number) => n - 1, 0],
  ])('whose formulas lean on each other a thousand deep, %s, is refused', (_, below, end) => {
    const rules = `rules:\n${Array.from({ length: 1000 }, (_, n) => rule(n, n === end ? '1' : `第${below(n)}步 + 1`)).join('')}`
    const codes = codesOf({ 'p/pack.yaml': head('p'), 'p/programmes/x/rules.yaml': rules })
    expect(codes).toContain('check.chain-too-long')
    expect(new Set(codes)).toEqual(new Set(['check.chain-too-long']))
  })

  test('whose formulas run in a large circle names the circle once', () => {
    const rules = `rules:\n${Array.from({ length: 150 }, (_, n) => rule(n, `第${(n + 1) % 150}步 + 1`)).join('')}`
    const codes = codesOf({ 'p/pack.yaml': head('p'), 'p/programmes/x/rules.yaml': rules })
    expect(codes.filter(code => code === 'check.cycle')).toHaveLength(1)
  })

  test('that inherits from itself, or in a circle, is refused', () => {
    expect(codesOf({ 'p/pack.yaml': head('p', 'p') })).toContain('pack.inherits-itself')
    expect(codesOf({ 'p/pack.yaml': head('p', 'q'), 'q/pack.yaml': head('q', 'p') })).toContain('pack.inherits-itself')
  })

  test('of a thousand folders is read without a crash', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`p${n}/pack.yaml`, head(`p${n}`)]))
    expect(() => codesOf(many)).not.toThrow()
  })
})

/** Every file of a small sound pack, one of them damaged. */
const damage = fc.record({
  file: fc.constantFrom(...Object.keys(basePack)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\t',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a ',
      '*a',
      '!!js ',
      '元/月',
      '1e9',
      '，',
      '（',
      '\u0000',
      '\uFEFF',
    ),
    fc.string({ maxLength: 20, unit: 'binary' }),
  ),
})

test('damaged anywhere is read or refused with file, line and column, and never throws', () => {
  fc.assert(
    fc.property(damage, ({ file, at, length, put }) => {
      const text = basePack[file]!
      const from = Math.floor(at * text.length)
      const files = { ...basePack, [file]: text.slice(0, from) + put + text.slice(from + length) }
      for (const problem of loadPacks(new Map(Object.entries(files))).problems) {
        expect(problem.file.length).toBeGreaterThan(0)
        expect(problem.line).toBeGreaterThanOrEqual(1)
        expect(problem.column).toBeGreaterThanOrEqual(1)
        expect(problem.message['zh-CN'].length).toBeGreaterThan(0)
        expect(problem.message.en.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 400, seed: 20_261_126 },
  )
})
