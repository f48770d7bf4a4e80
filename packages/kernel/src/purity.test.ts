/** The promises of the README: no clock, no chance, no host; what a phone loads needs neither Temporal nor dictionaries. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sources = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const codeOf = (name: string) =>
  readFileSync(`${import.meta.dirname}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const importsOf = (name: string) => [...codeOf(name).matchAll(/from '([^']+)'/g)].map(match => match[1]!)

/** A file and everything it imports here. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const path of importsOf(name)) if (path.startsWith('./')) closure(path.slice(2), seen)
  return seen
}

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(15)
  expect(sources).toContain('money.ts')
})

describe.each(sources)('%s', name => {
  test('reads no clock, throws no dice, knows no host', () => {
    expect(codeOf(name)).not.toMatch(
      /\bDate\.now|\bnew Date\b|Math\.random|Temporal\.Now|\bprocess\.|\bdocument\.|\bfetch\(/,
    )
    expect(codeOf(name)).not.toMatch(/from 'node:/)
  })

  test('uses no look-behind, which older phones cannot even read', () => {
    expect(codeOf(name)).not.toMatch(/\(\?<[=!]/)
  })

  test('imports a library only where the package says so', () => {
    const libraries = importsOf(name).filter(path => !path.startsWith('./'))
    const allowed: Record<string, string[]> = {
      'working-days.ts': ['chinese-days/dist/chinese-days.json'],
      'search-keys.ts': ['opencc-js/t2cn', 'pinyin-pro'],
    }
    expect(libraries).toEqual(allowed[name] ?? [])
  })
})

test('dates, money, names and identity numbers work on a phone without Temporal', () => {
  const forPhones = ['calendar-date.ts', 'age.ts', 'money.ts', 'identity-number.ts', 'person-name.ts', 'phone.ts']
  for (const entry of forPhones) {
    for (const name of closure(entry)) expect(codeOf(name), `${entry} → ${name}`).not.toMatch(/\bTemporal\b/)
  }
})

test('the main entrance carries no dictionary and no calendar data', () => {
  expect(closure('index.ts')).not.toContain('working-days.ts')
  expect(closure('index.ts')).not.toContain('search-keys.ts')
})
