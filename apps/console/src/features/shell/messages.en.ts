/** Words of the frame around every screen. */
import type zh from './messages.zh-CN.ts'

export default {
  skip: 'Skip to the page',
  'band.search': 'Find somebody: name, pinyin initials, ID tail, phone tail',
  'band.search.go': 'Find',
  'band.today': 'Today {day}',
  'band.demo-day': 'Demo date {day}',
  'band.rail': 'Queues',
  'band.language': '中文',
  'band.sign-out': 'Sign out',
  'band.person': '{name}, my account',
  'band.last': 'Last signed in {at}',
  'rail.label': 'My queues',
  'rail.intake': 'Walk-in',
  'rail.mine': 'For me',
  'rail.all': 'All cases',
  'rail.notices': 'Notices, objections',
  'rail.payments': 'Payments',
  'rail.simulate': 'Try out',
  'rail.journal': 'Journal and proof',
  'rail.accounts': 'Accounts, grants',
  'rail.places': 'Places, delegations',
  'rail.clock': 'Demo date',
  'rail.count': '{count} cases',
  'again.title': 'Signed out for safety',
  'again.text': 'What you wrote is still on this page; sign in to go on',
} as const satisfies { [K in keyof typeof zh]: string }
