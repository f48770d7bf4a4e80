/** Files that try to exhaust or surprise the process are refused with a sentence, quickly. */
import { describe, expect, test } from 'vitest'
import { loadPacks } from '../src/index.ts'

const codesOf = (text: string) => loadPacks(new Map([['p/pack.yaml', text]])).problems.map(problem => problem.code)

describe('a hostile file', () => {
  test('that is huge is not read', () => {
    expect(codesOf(`note: ${'甲'.repeat(500_000)}`)).toEqual(['yaml.too-large'])
  })

  test('with thousands of open brackets is not parsed', () => {
    expect(codesOf(`note: ${'['.repeat(3_000)}`)).toEqual(['yaml.too-deep'])
  })

  test('with a line that no person wrote is refused', () => {
    expect(codesOf(`name: a\nnote: ${'甲'.repeat(5_000)}`)).toEqual(['yaml.line-too-long'])
  })

  test('with thousands of wrong keys is told the first few hundred', () => {
    expect(codesOf(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')).length).toBeLessThanOrEqual(500)
  })

  test('with brackets hidden behind line ends is refused as well', () => {
    expect(codesOf(`note: ${'[\n'.repeat(50_000)}`)[0]).toMatch(/^yaml\./)
  })

  test('with deep block nesting is refused', () => {
    const deep = Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')
    expect(codesOf(deep)).toEqual(['yaml.too-deep'])
  })

  test('with dashes nested on one line is refused', () => {
    expect(codesOf(`note:\n ${'- '.repeat(1_000)}x`)[0]).toMatch(/^yaml\./)
  })

  test('with an alias bomb is refused at the first anchor', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n'
    expect(codesOf(bomb)).toEqual(['yaml.alias'])
  })

  test('with a circle of aliases is refused', () => {
    expect(codesOf('a: &a\n  b: *a\n')).toEqual(['yaml.alias'])
  })

  for (const key of ['__proto__', 'constructor', 'prototype'])
    test(`with the key ${key} changes nothing`, () => {
      expect(codesOf(`${key}: { polluted: true }\n`)).toEqual(['yaml.forbidden-key'])
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    })

  test('with a tag is refused', () => {
    expect(codesOf('note: !!js/function "() => 1"\n')).toEqual(['yaml.tag'])
  })

  test('with a repeated key is refused', () => {
    expect(codesOf('name: a\nname: b\n')).toEqual(['yaml.duplicate-key'])
  })

  test('with two documents is refused', () => {
    expect(codesOf('name: a\n---\nname: b\n')).toEqual(['yaml.invalid'])
  })

  test('with more entries than a pack can need is refused', () => {
    expect(codesOf(`note:\n${'- a\n'.repeat(60_000)}`)).toEqual(['yaml.too-many'])
  })

  test('with a list or nothing where a mapping belongs is told so', () => {
    expect(codesOf('- a\n')).toContain('pack.wrong-shape')
    expect(codesOf('')).toContain('pack.wrong-shape')
  })

  test('with a formula that is too long or too deep is refused', () => {
    const rules = (formula: string) =>
      `rules:\n  - name: 甲\n    id: a\n    versions: [{ from: 2020-01-01, formula: '${formula}', citation: { document: d, clause: 一 } }]\n`
    const codes = (formula: string) =>
      loadPacks(
        new Map([
          [
            'p/pack.yaml',
            "name: p\ntitle: { zh-CN: 甲, en: A }\nlevel: nation\narea: '0'\ndocuments: [{ id: d, title: 甲, issuer: 甲, date: 甲 }]\n",
          ],
          ['p/programmes/x/rules.yaml', rules(formula)],
        ]),
      ).problems.map(problem => problem.code)
    expect(codes('1 + '.repeat(700))).toEqual(['syntax.formula-too-long'])
    expect(codes(`${'('.repeat(200)}1${')'.repeat(200)}`)).toEqual(['syntax.too-deep'])
  })
})
