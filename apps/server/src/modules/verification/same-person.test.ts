import { expect, test } from 'vitest'
import { isSamePerson } from './same-person.ts'

const asked = { name: '欧阳海', identityNumber: '37019919790812012X' }

test.each([
  ['as asked', '欧阳海', '37019919790812012X'],
  ['in traditional characters', '歐陽海', '37019919790812012X'],
  ['with spaces and a small x', '欧阳 海', ' 37019919790812012x'],
  ['in full width', '欧阳海', '３７０１９９１９７９０８１２０１２Ｘ'],
])('a row %s is about the same person', (_, name, identityNumber) => {
  expect(isSamePerson(asked, { name, identityNumber })).toBe(true)
})

test.each([
  ['a namesake', { name: '欧阳海', identityNumber: '370199197908120138' }],
  ['another name under the number', { name: '欧阳江', identityNumber: '37019919790812012X' }],
  ['a row without a number', { name: '欧阳海' }],
  ['a row without a name', { identityNumber: '37019919790812012X' }],
])('%s is not', (_, row) => {
  expect(isSamePerson(asked, row)).toBe(false)
})
