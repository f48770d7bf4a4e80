/** One family's whole way through the HTTP API: from the application to the money on the account. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { addDays, type CalendarDate, monthOf, nextMonth } from '@doudi/kernel'
import type { Desk, Reply } from '@doudi/server/demo/desk.ts'
import type { Story } from '@doudi/server/demo/stories.ts'
import * as steps from '@doudi/server/demo/story-steps.ts'
import { Client } from '@doudi/server/in-process-client.ts'
import { benchStory, drawPictures } from './real-cases.ts'
import type { Sessions } from './sessions.ts'

const LOOK_EVERY_MS = 50
const GIVE_UP_MS = 60_000

/** Seconds of each leg; the clock is moved over the week of the notice and into the month of the first payment. */
export type Legs = Readonly<Record<'apply' | 'check' | 'propose' | 'notice' | 'decide' | 'pay', number>>

export function httpDesks(origin: string, sessions: Sessions): (login: string) => Promise<Desk> {
  return async login => {
    const session = sessions.get(login)
    if (!session) throw new Error(`nobody signed in as ${login}`)
    const client = new Client(request => fetch(request), session.cookie, origin)
    return {
      accountId: session.accountId,
      get: path => client.ok.get(path),
      post: (path, body) => client.ok.post(path, body, { key: randomUUID() }),
      upload: (path, bytes, mediaType) => client.ok.post(path, undefined, { raw: { bytes, mediaType } }),
      tryPost: (path, body) => client.post(path, body),
    }
  }
}

export const chainStory = (today: CalendarDate): Story => withoutIncome(benchStory('decided', 90_001, today))

/** Logins that the chain needs. */
export const chainLogins = ({ desk, villageNo }: Story): string[] => {
  const county = desk.slice(0, 2)
  const town = ['assistant-1', 'assistant-2', 'approver', `village-${villageNo + 1}`].map(post => `${desk}-${post}`)
  return [...town, ...['system', 'finance-1', 'finance-2'].map(post => `${county}-${post}`)]
}

export async function walkTheChain(
  story: Story,
  desk: (login: string) => Promise<Desk>,
  start: CalendarDate,
): Promise<Legs> {
  const county = story.desk.slice(0, 2)
  const [assistant, approver, system, maker, checker] = await Promise.all([
    ...['assistant-1', 'approver'].map(post => desk(`${story.desk}-${post}`)),
    ...['system', 'finance-1', 'finance-2'].map(post => desk(`${county}-${post}`)),
  ] as [Promise<Desk>, Promise<Desk>, Promise<Desk>, Promise<Desk>, Promise<Desk>])
  const scene: steps.Scene = {
    story,
    desk,
    pictures: await drawPictures(),
    today: start,
    now: new Date().toISOString(),
  }
  const turnTo = (date: CalendarDate) => system.post('/demo/clock', { date })
  const legs = stopwatch()

  const caseId = await steps.submit(scene)
  const { householdId } = await assistant.get(`/cases/${caseId}`)
  await steps.accept(scene, caseId, start)
  legs.done('apply')
  await until(async () => (await assistant.get(`/cases/${caseId}/verification`)).completedAt)
  await steps.visit(scene, caseId)
  legs.done('check')
  await steps.propose(scene, caseId)
  await steps.postNotice(scene, caseId)
  legs.done('propose')
  const { state } = await assistant.get(`/cases/${caseId}`)
  const decided = addDays(state.notice.endsOn, 1)
  await turnTo(decided)
  await until(async () => (await approver.get(`/cases/${caseId}`)).can.approve === null)
  legs.done('notice')
  await steps.decide(scene, caseId)
  await until(async () => (await assistant.get(`/awards?household=${householdId}`)).items.length > 0)
  legs.done('decide')
  const month = nextMonth(monthOf(decided))
  await turnTo(`${month}-06` as CalendarDate)
  await pay(maker, checker, { month, householdId })
  legs.done('pay')
  return legs.taken as Legs
}

async function pay(maker: Desk, checker: Desk, { month, householdId }: { month: string; householdId: string }) {
  const shares = { central: 50, province: 20, city: 10, county: 20 }
  const budget = {
    programme: 'dibao',
    fundLine: '示例：测速',
    year: Number(month.slice(0, 4)),
    amountFen: 900_000_000,
    shares,
  }
  const { id: budgetId } = await maker.post('/budgets', budget)
  const batch = await maker.post('/batches', { programme: 'dibao', month, budgetId })
  await checker.post(`/batches/${batch.id}/release`, { totalFen: batch.totalFen })
  await checker.post(`/batches/${batch.id}/send`)
  const lines = await allLines(checker, batch.id)
  const rows = lines.map(line => `R|${line.lineNo}|S|`)
  const file = [`H|${batch.number}`, ...rows, `T|${rows.length}|${batch.totalFen}`].map(row => `${row}\n`).join('')
  await checker.upload(`/batches/${batch.id}/return-file`, file, 'text/plain')
  const ours = (await allLines(checker, batch.id)).find(line => line.householdId === householdId)
  if (ours?.status !== 'settled') throw new Error(`the family's payment is ${ours?.status ?? 'not in the batch'}`)
}

async function allLines(desk: Desk, batchId: string): Promise<Reply[]> {
  const lines: Reply[] = []
  for (let after = ''; ; ) {
    const { items, next } = await desk.get(`/batches/${batchId}/lines?limit=200${after && `&after=${after}`}`)
    lines.push(...items)
    if (!next) return lines
    after = next
  }
}

/** A family that is surely entitled, so that the chain ends with money. */
function withoutIncome(story: Story): Story {
  const members = story.application.members.map(({ socialInsuranceFen: _, ...member }) => ({
    ...member,
    employed: false,
    incomes: [],
  }))
  const property = { ...story.application.property, depositsFen: 0 }
  return { ...story, application: { ...story.application, members, property } }
}

async function until(happened: () => Promise<unknown>): Promise<void> {
  for (const giveUp = Date.now() + GIVE_UP_MS; !(await happened()); await pause(LOOK_EVERY_MS)) {
    if (Date.now() > giveUp) throw new Error('the next step of the chain did not come in a minute')
  }
}

function stopwatch() {
  let last = performance.now()
  const taken: Record<string, number> = {}
  return {
    taken,
    done: (leg: keyof Legs) => {
      taken[leg] = Math.round(performance.now() - last) / 1000
      last = performance.now()
    },
  }
}
