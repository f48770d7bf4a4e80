/** Words of the search results. */
export default {
  title: '查找“{q}”',
  'column.head': '户主',
  'column.match': '对上的',
  'column.members': '人口',
  'column.village': '村（社区）',
  'column.number': '户号',
  'column.case': '在办',
  'match.name': '{name}（姓名）',
  'match.initials': '{name}（拼音）',
  'match.identity': '{name}（身份证号）',
  'match.identity-tail': '{name}（身份证后四位）',
  'match.phone-tail': '{name}（手机后四位）',
  'match.phone': '{name}（手机号）',
  nothing: '没有找到。可以试试全名、身份证后四位，或者直接登记',
  intake: '窗口登记',
} as const
