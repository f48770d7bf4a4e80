/** What people read when the places module says no. */
import type { PlacesProblem } from './problems.ts'

export const messagesZh: Readonly<Record<PlacesProblem, string>> = {
  'places.unknown-division': '没有找到这个地方，请核对区划代码',
  'places.division-exists': '这个区划代码已经有了',
  'places.code-does-not-fit': '区划代码和它的级别或上级对不上，请再看一遍',
  'places.no-pack': '这里还没有定用哪套政策，请系统管理员先设好',
  'places.not-a-town': '审核确认权限只能下放给镇（街道）',
  'places.delegation-overlaps': '这段时间这个镇（街道）已经有委托了',
  'places.period-backwards': '结束日期比开始日期早，请再看一遍',
}
