import { calendarDate } from '@doudi/kernel'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  Button,
  ChoiceList,
  DateField,
  DeadlineChip,
  DecisionSeal,
  ErrorSummary,
  Fact,
  HouseholdLine,
  LineMark,
  type LineStep,
  lightTexts,
  MoneyField,
  PhoneBar,
  TextField,
  WorkedSum,
} from './index.ts'

const html = (part: VNode) => renderToString(part)
const text = (part: VNode) =>
  html(part)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const day = calendarDate('2026-03-02')

const steps: readonly LineStep[] = [
  { id: 'received', name: '已收到', status: 'done', on: day },
  { id: 'visit', name: '要上门看看', status: 'overdue', promisedBy: day, note: '比承诺晚了2天' },
  { id: 'decision', name: '镇里决定', status: 'decided', on: day, actor: '孙涛' },
  { id: 'payment', name: '发钱', status: 'not-started' },
]

test('the five shapes differ without colour', () => {
  const shapes = (['not-started', 'running', 'done', 'decided', 'overdue'] as const).map(status =>
    html(<LineMark status={status} />),
  )
  const bare = shapes.map(shape => shape.replace(/class="[^"]*"/, ''))
  expect(new Set(bare).size).toBe(5)
})

test('the standing line says every status in words, with the day and who', () => {
  const line = text(<HouseholdLine steps={steps} locale="zh-CN" />)
  for (const words of ['完成', '超期', '已决定', '未开始', '3月2日（星期一）', '最晚3月2日', '孙涛', '比承诺晚了2天']) {
    expect(line).toContain(words)
  }
})

test('the lying line keeps the words for those who do not see it, and says where it stands', () => {
  const line = html(<HouseholdLine mini steps={steps} locale="zh-CN" />)
  expect(line).toContain('第2步，共4步：要上门看看')
  expect(line.match(/hidden-text/g)).toHaveLength(4)
})

test('the line names the last thing done when nothing is going on', () => {
  const finished = steps.filter(({ status }) => status !== 'overdue')
  expect(text(<HouseholdLine mini steps={finished} locale="en" />)).toContain('Step 2 of 3: 镇里决定')
})

test('the chip counts working days and says so', () => {
  expect(text(<DeadlineChip workingDaysLeft={2} locale="zh-CN" />)).toBe('还剩2个工作日')
  expect(text(<DeadlineChip workingDaysLeft={0} locale="zh-CN" />)).toBe('今天到期')
  expect(text(<DeadlineChip workingDaysLeft={-3} locale="en" />)).toBe('3 working days overdue')
  expect(text(<DeadlineChip workingDaysLeft={5} paused locale="zh-CN" />)).toBe('已停表，还剩5个工作日')
})

test('the seal carries office, outcome, date and digits', () => {
  const seal = text(<DecisionSeal office="柳溪镇" outcome="refused" on={day} digits="K7M2" locale="zh-CN" />)
  expect(seal).toBe('柳溪镇 不予 2026年3月2日 验 K7M2')
})

test('an error stands at the field in the same words as in the summary, which leads to it', () => {
  const words = '请填姓名'
  const field = html(<TextField name="name" label="姓名" locale="zh-CN" error={words} />)
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('aria-describedby="name-error"')
  expect(field).toContain(words)
  const summary = html(<ErrorSummary errors={[{ field: 'name', text: words }]} locale="zh-CN" />)
  expect(summary).toContain(`<a href="#name">${words}</a>`)
  expect(field).toContain('id="name"')
  expect(summary).toContain('tabindex="-1"')
})

test('nothing is summed up when nothing is wrong', () => {
  expect(html(<ErrorSummary errors={[]} locale="zh-CN" />)).toBe('')
})

test('the summary leads into groups of choices and dates too', () => {
  const choice = html(
    <ChoiceList name="who" label="谁" locale="zh-CN" chosen={[]} choices={[{ value: 'self', label: '自己' }]} />,
  )
  expect(choice).toContain('id="who"')
  expect(html(<DateField name="born" label="出生日期" locale="zh-CN" />)).toContain('id="born"')
  expect(html(<MoneyField name="amount-wage" label="多少" locale="zh-CN" />)).toContain('id="amount-wage"')
})

test('optional fields say 选填 and nothing carries a star', () => {
  const field = text(<TextField name="note" label="还想说的" optional locale="zh-CN" />)
  expect(field).toBe('还想说的 （选填）')
})

test('names and words of users are never markup', () => {
  const evil = '<img src=x onerror=alert(1)>'
  expect(html(<TextField name="name" label={evil} value={evil} locale="zh-CN" />)).not.toContain('<img')
  expect(
    html(
      <Fact label="姓名" source={evil}>
        {evil}
      </Fact>,
    ),
  ).not.toContain('<img')
})

test('a fact names its source and time; a sum shows the way to the amount', () => {
  expect(
    text(
      <Fact label="存款" source="银行" time="3月2日">
        3,000 元
      </Fact>,
    ),
  ).toBe('存款 3,000 元 银行 · 3月2日')
  const sum = (
    <WorkedSum
      caption="怎么算的"
      rows={[
        { label: '标准', amount: '900 元' },
        { sign: '×', label: '人数', amount: '3 人' },
      ]}
      total={{ label: '每月', amount: '2,700 元' }}
    />
  )
  expect(text(sum)).toBe('怎么算的 标准 900 元 × 人数 3 人 = 每月 2,700 元')
})

test('a button with an address is a link, and the telephone can be dialled', () => {
  expect(html(<Button href="/apply">申请</Button>)).toContain('<a class="button" href="/apply">')
  expect(html(<PhoneBar phone="0531-00001234" locale="zh-CN" />)).toContain('href="tel:053100001234"')
})

test('the parts speak both languages', () => {
  expect(Object.keys(lightTexts.en)).toEqual(Object.keys(lightTexts.zh))
})
