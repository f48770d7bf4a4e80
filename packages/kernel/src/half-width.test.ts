import { expect, test } from 'vitest'
import { toHalfWidth } from './half-width.ts'

test('full-width digits, letters, signs and spaces become plain; everything else stays', () => {
  expect(toHalfWidth('１２３ＡＢ－／\u3000，．')).toBe('123AB-/ ,.')
  expect(toHalfWidth('张三。٣Х')).toBe('张三。٣Х')
})
