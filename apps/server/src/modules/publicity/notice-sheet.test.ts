/** The sheet on the village board. */
import type { CalendarDate } from '@doudi/kernel'
import { expect, test } from 'vitest'
import { noticeSheet } from './notice-sheet.ts'
import type { PublicNotice } from './public-notice.sql.ts'

const notice: PublicNotice = {
  id: '019c0000-0000-7000-8000-000000000001',
  village: '370114901201',
  villageName: '测试村',
  applicantMasked: '陈*',
  householdSize: 3,
  covered: 2,
  programme: 'dibao',
  programmeName: '最低生活保障',
  amountFen: 97_600n,
  postedOn: '2026-03-02',
  endsOn: '2026-03-09',
  office: '测试镇',
  contactPhone: '0531-00000000',
}
const sheet = (overrides: Partial<PublicNotice> = {}, ...more: PublicNotice[]) =>
  noticeSheet({
    notices: [{ ...notice, ...overrides }, ...more],
    from: '2026-03-03' as CalendarDate,
    contactHours: '9:00–17:00',
  })

test('says who, how many, how much, until when, and where to object', () => {
  const html = sheet()
  for (const text of [
    '最低生活保障审核公示',
    '陈*',
    '976.00',
    '2026年3月3日 至 2026年3月9日',
    '0531-00000000',
    '测试镇',
  ]) {
    expect(html).toContain(text)
  }
})

test('carries no script, no inline style, and only its stylesheet', () => {
  expect(sheet()).not.toMatch(/<script|style=|<style|on\w+=|https?:/i)
  expect(sheet().match(/href="[^"]*"/g)).toEqual(['href="/print.css"'])
})

test('shows hostile names of places as text', () => {
  const html = sheet({ villageName: '<img src=x onerror=alert(1)>', office: '"><svg/onload=alert(1)>' })
  expect(html).not.toMatch(/<img|<svg/)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('numbers the families that hang side by side', () => {
  expect(sheet({}, { ...notice, applicantMasked: '赵*' })).toMatch(/<td>2<\/td><td>赵\*<\/td>/)
})
