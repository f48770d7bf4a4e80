/** Words of the queue. */
import type zh from './messages.zh-CN.ts'

export default {
  'title.mine': 'For me',
  'title.all': 'All cases',
  'column.deadline': 'Deadline',
  'column.household': 'Household (applicant)',
  'column.number': 'Number',
  'column.programme': 'Programme',
  'column.status': 'Step',
  'column.flags': 'Flags',
  'column.village': 'Village',
  'column.amount': 'Amount (yuan a month)',
  'column.submitted': 'Received',
  'filter.status': 'All steps',
  'filter.words': 'Name or number',
  'filter.find': 'Filter',
  'filter.clear': 'Clear filters',
  keys: 'J / K to walk, Enter to open, / to find',
  'nothing.mine': 'Nothing waits for you',
  'nothing.all': 'No case fits',
  export: 'Export table',
  'export.text': 'The file carries your name. Use it for your work only and delete it afterwards.',
  people: 'household of {count}',
} as const satisfies { [K in keyof typeof zh]: string }
