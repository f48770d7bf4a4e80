/** What only a demo shows: its accounts with their current codes, the texts it would have sent, and its clock. */
import { businessDate, type CalendarDate, daysBetween, maskPhone, type PhoneNumber } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import { divisionNames } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { ports } from '#platform/ports.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { type AccountRow, accountsShownInDemo, latestMessages, seeAllAccounts } from './accounts.sql.ts'
import { roleNamed } from './grant.ts'
import { grantsOf } from './grants.sql.ts'
import { later } from './moments.ts'
import { problems } from './problems.ts'
import { codeAt } from './second-factor.ts'
import { recipientBind, textBind } from './send-text.ts'
import { demoPasswordOf, secretOf } from './sign-in.ts'

const MOST_MESSAGES = 50

export async function demoAccounts(work: Work) {
  await seeAllAccounts(work)
  const accounts = await accountsShownInDemo(work.db)
  return Promise.all(accounts.map(account => demoAccount(work, account)))
}

async function demoAccount(work: Work, account: AccountRow) {
  const [grant] = await grantsOf(work.db, account.id)
  const division = grant?.division ?? account.division
  const secret = secretOf(work, account)
  return {
    login: account.login ?? '',
    name: account.name,
    role: grant?.role ?? '',
    roleName: (grant && roleNamed(grant.role)?.name) ?? '',
    divisionName: (await divisionNames(work, [division])).get(division) ?? division,
    password: demoPasswordOf(work, account) ?? '',
    code: secret === null ? '' : codeAt(secret, work.wall),
  }
}

export async function demoOutbox(work: Work) {
  const messages = await latestMessages(work.db, MOST_MESSAGES)
  return messages.map(({ id, channel, at, recipient, text }) => ({
    at,
    channel,
    recipientMasked: maskPhone(work.crypto.open(recipient, recipientBind(id)) as PhoneNumber),
    text: work.crypto.open(text, textBind(id)),
  }))
}

export function demoClock({ now, today, wall }: Work) {
  return { now, today, offsetDays: daysBetween(businessDate(wall), today) }
}

/** Moves business time ahead to a day; the hour stays. Legal clocks and months only ever see time go forward. */
export function moveDemoClock(work: Work, date: CalendarDate) {
  if (!ports().demo.on) throw platformProblems.of('http.not-found')
  if (date <= work.today) throw problems.of('identity.clock-backwards', { today: work.today })
  const days = daysBetween(work.today, date)
  const now = later(work.now, days * 86_400)
  record(work, { act: 'demo.clock-moved', division: work.caller.division, body: { from: work.today, to: date } })
  work.afterCommit(() => ports().demo.moveClock(now))
  return { now, today: date, offsetDays: daysBetween(businessDate(work.wall), date) }
}
