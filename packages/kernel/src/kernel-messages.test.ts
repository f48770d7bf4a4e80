import { describe, expect, test } from 'vitest'
import { kernelMessagesEn, kernelMessagesZh } from './kernel-messages.ts'
import { type KernelIssueCode, kernelIssues } from './kernel-problems.ts'

const codes = Object.keys(kernelIssues) as KernelIssueCode[]
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1])

describe('every refusal of the kernel', () => {
  test.each(codes)('%s is explained in both languages', code => {
    expect(kernelIssues[code].about).not.toBe('')
    expect(kernelMessagesZh[code]).toMatch(/\p{Script=Han}/u)
    expect(kernelMessagesEn[code]).toMatch(/^[A-Z]/)
    expect(placesOf(kernelMessagesZh[code]).sort()).toEqual(placesOf(kernelMessagesEn[code]).sort())
  })

  test('has no text without a refusal', () => {
    expect(Object.keys(kernelMessagesZh).sort()).toEqual([...codes, 'input.invalid'].sort())
    expect(Object.keys(kernelMessagesEn).sort()).toEqual([...codes, 'input.invalid'].sort())
  })

  test('speaks briefly and without the words of a computer', () => {
    for (const [code, text] of Object.entries(kernelMessagesZh)) {
      for (const sentence of text.split(/[，。：]/)) expect(sentence.length, code).toBeLessThanOrEqual(30)
      expect(text, code).not.toMatch(/校验|非法|无效|错误|异常|格式|用户/)
    }
  })
})

test('the last digit of an identity number is explained as agreed', () => {
  expect(kernelMessagesZh['identity.check-digit']).toBe('身份证号最后一位对不上，请再看一遍')
})
