/** Words of the search results. */
import type zh from './messages.zh-CN.ts'

export default {
  title: 'Find “{q}”',
  'column.head': 'Head',
  'column.match': 'Matched',
  'column.members': 'People',
  'column.village': 'Village',
  'column.number': 'Number',
  'column.case': 'Open case',
  'match.name': '{name} (name)',
  'match.initials': '{name} (initials)',
  'match.identity': '{name} (identity number)',
  'match.identity-tail': '{name} (identity tail)',
  'match.phone-tail': '{name} (phone tail)',
  'match.phone': '{name} (phone)',
  nothing: 'Nobody found. Try the whole name, the last four of the identity number, or register them',
  intake: 'Walk-in',
} as const satisfies { [K in keyof typeof zh]: string }
