/** The few words that belong to the parts themselves, in both languages. Everything else is said by the page. */
import type { Locale } from '@doudi/kernel'
import { translator } from '@doudi/kernel'

const zh = {
  'status.not-started': '未开始',
  'status.running': '办理中',
  'status.done': '完成',
  'status.decided': '已决定',
  'status.overdue': '超期',
  'line.promised': '最晚{date}',
  'line.on': '{date}',
  'line.now': '第{n}步，共{count}步：{name}',
  'chip.left': '还剩{days}个工作日',
  'chip.today': '今天到期',
  'chip.late': '超期{days}个工作日',
  'chip.paused': '已停表，还剩{days}个工作日',
  'seal.approved': '准予',
  'seal.refused': '不予',
  'seal.digits': '验 {digits}',
  'field.optional': '（选填）',
  'field.yuan': '元',
  'field.year': '年',
  'field.month': '月',
  'field.day': '日',
  'errors.title': '有 {count} 处要再看一下',
  'phone.bar': '咨询电话',
  'phone.call': '打电话 {phone}',
  'switch.elder': '长辈版',
  'switch.standard': '标准版',
} as const

const en: { readonly [K in keyof typeof zh]: string } = {
  'status.not-started': 'not started',
  'status.running': 'in progress',
  'status.done': 'done',
  'status.decided': 'decided',
  'status.overdue': 'overdue',
  'line.promised': 'by {date}',
  'line.on': '{date}',
  'line.now': 'Step {n} of {count}: {name}',
  'chip.left': '{days} working days left',
  'chip.today': 'due today',
  'chip.late': '{days} working days overdue',
  'chip.paused': 'clock stopped, {days} working days left',
  'seal.approved': 'Granted',
  'seal.refused': 'Refused',
  'seal.digits': 'No. {digits}',
  'field.optional': ' (optional)',
  'field.yuan': 'yuan',
  'field.year': 'year',
  'field.month': 'month',
  'field.day': 'day',
  'errors.title': '{count} places need another look',
  'phone.bar': 'Telephone',
  'phone.call': 'Call {phone}',
  'switch.elder': 'Large print',
  'switch.standard': 'Standard',
}

export const words = translator(zh, en)
export const lightTexts = { zh, en }
export type { Locale }
