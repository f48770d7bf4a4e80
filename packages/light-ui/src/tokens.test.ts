import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The colours of a theme, over those of the root. */
function theme(selector: string): Record<string, string> {
  const blockOf = (name: string) => css.slice(css.indexOf(`${name} {`)).split('}')[0] ?? ''
  const read = (block: string) =>
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value])
  return Object.fromEntries([...read(blockOf(':root')), ...(selector ? read(blockOf(selector)) : [])])
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const texts = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink-2', 'paper'],
  ['ink-2', 'surface'],
  ['blue', 'paper'],
  ['blue', 'surface'],
  ['blue', 'blue-tint'],
  ['on-blue', 'blue'],
  ['seal', 'paper'],
  ['seal', 'seal-tint'],
  ['green', 'green-tint'],
  ['amber', 'amber-tint'],
  ['on-focus', 'focus'],
] as const

test.each(['', '[data-theme="contrast"]', '[data-theme="sunlight"]', '[data-theme="screen"]'])(
  'text of theme "%s" reaches 4.5, borders 3',
  name => {
    const colours = theme(name)
    for (const [front, back] of texts) {
      // The wall screen has no green parts.
      if (name.includes('screen') && front === 'green') continue
      expect(contrast(colours[front] ?? '', colours[back] ?? ''), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(colours.control ?? '', colours.surface ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.control ?? '', colours.paper ?? '')).toBeGreaterThanOrEqual(3)
  },
)
