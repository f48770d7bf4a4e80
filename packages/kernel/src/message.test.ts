import { expect, test } from 'vitest'
import { fill, translator } from './message.ts'

test('values go into their places and a missing one stays visible', () => {
  expect(fill('最多 {characters} 个字', { characters: 50 })).toBe('最多 50 个字')
  expect(fill('最多 {characters} 个字')).toBe('最多 {characters} 个字')
})

test('a value is put in as it is, even when it looks like a place or a pattern', () => {
  expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&')
})

test('a translator speaks both languages', () => {
  const words = translator({ hello: '您好，{name}' }, { hello: 'Hello {name}' })
  expect(words('zh-CN')('hello', { name: '张三' })).toBe('您好，张三')
  expect(words('en')('hello', { name: 'Zhang' })).toBe('Hello Zhang')
})
