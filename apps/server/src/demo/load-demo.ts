/**
 * Loads the demo area once: places, posts, budgets, then ten weeks of stories day by day with the business clock
 * standing at each of these days. Cut off in the middle (a closed laptop, kill -9), the next start goes on with the day
 * that was cut: keys make every step that was done answer as before (see `desk.ts`).
 */
import { addDays, type CalendarDate, type Instant } from '@doudi/kernel'
import { nationalCalendar, workdayOnOrAfter } from '@doudi/kernel/working-days'
import sharp from 'sharp'
import type { Clock } from '#platform/clock.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'
import type { House } from '../compose.ts'
import { fundAreas, payMonths } from './demo-payments.ts'
import { deskOpener } from './desk.ts'
import { placeAreas, placePosts } from './place-area.ts'
import { demoStories, type Story } from './stories.ts'
import * as steps from './story-steps.ts'

interface Loading {
  readonly clock: Clock
  readonly moveClock: (instant: string) => Promise<void>
  readonly say: (text: string) => void
  readonly stories: number | undefined
  /** Somebody ends the process: loading stops after the step it is at. */
  readonly stopping: AbortSignal
}

/** What is kept so that another start tells the same stories and goes on where this one was cut off. */
interface Progress {
  /** The day that counts as today for this loading. */
  readonly today: CalendarDate
  readonly stories: number | null
  readonly accounts: Readonly<Record<string, string>>
  /** Days before `today` that are not told yet; -1 when all are. */
  readonly daysLeft: number
  /** Story → its case. */
  readonly cases: Readonly<Record<number, string>>
  readonly done: boolean
}

/** Oldest story's first day, and some room before it. */
const DAYS = 75
const NINE_O_CLOCK = 'T01:00:00.000Z'

export async function loadDemo(house: House, loading: Loading): Promise<void> {
  const { clock, moveClock, say, stopping } = loading
  const begun = await house.inWork(systemCaller, readProgress)
  if (begun?.done) return
  say('④ 载入示例地区 · Loading the demo area (once)…')
  let progress = begun ?? (await house.inWork(systemCaller, work => begin(work, loading)))
  const desk = deskOpener(house, new Map(Object.entries(progress.accounts)), clock.today)
  const pictures = await drawPictures()
  const runs = demoStories(progress.today, progress.stories ?? undefined).map(story =>
    storyDays(story, progress.today, progress.cases[story.serial]),
  )
  for (let ago = progress.daysLeft; ago >= 0; ago--) {
    const today = addDays(progress.today, -ago)
    const now = `${today}${NINE_O_CLOCK}` as Instant
    stopping.throwIfAborted()
    await moveClock(now)
    if (ago === DAYS) await fundAreas(desk, progress.today)
    await house.turnDay()
    await house.jobs.drain()
    for (const run of runs) {
      stopping.throwIfAborted()
      await runDay(run, { desk, pictures, now, today })
    }
    await house.jobs.drain()
    await payMonths(desk, today, progress.today)
    progress = { ...progress, daysLeft: ago - 1, cases: casesOf(runs) }
    await house.inWork(systemCaller, work => writeProgress(work, progress))
    if (ago % 15 === 0) say(`   ${Math.round(((DAYS - ago) / DAYS) * 100)} %`)
  }
  await house.jobs.drain()
  await moveClock(clock.wall())
  await house.inWork(systemCaller, work => writeProgress(work, { ...progress, done: true }))
}

/** Places, posts and the note that they are there come together or not at all. */
async function begin(work: Work, { stories = null }: { stories?: number | null | undefined }): Promise<Progress> {
  await placeAreas(work)
  const accounts = await placePosts(work)
  const progress: Progress = { today: work.today, stories, accounts, daysLeft: DAYS, cases: {}, done: false }
  await writeProgress(work, progress)
  return progress
}

interface Run {
  readonly story: Story
  readonly days: ReadonlyMap<CalendarDate, readonly ((scene: steps.Scene, caseId: string) => Promise<void>)[]>
  readonly first: CalendarDate
  caseId: string | undefined
}

/** On which day each step of a story falls; offices work on working days. */
function storyDays(story: Story, today: CalendarDate, caseId: string | undefined): Run {
  const after = (date: CalendarDate, days: number) => workdayOnOrAfter(addDays(date, days), nationalCalendar)
  const first = after(addDays(today, -story.daysAgo), 0)
  const visitOn = after(first, 2)
  const proposeOn = after(visitOn, 2)
  const objectOn = addDays(proposeOn, 2)
  const decideOn = after(proposeOn, 8)
  const days = new Map<CalendarDate, ((scene: steps.Scene, caseId: string) => Promise<void>)[]>()
  const on = (date: CalendarDate, ...acts: ((scene: steps.Scene, caseId: string) => Promise<void>)[]) =>
    days.set(date, [...(days.get(date) ?? []), ...acts])
  const { ending } = story
  if (ending === 'correcting') on(first, steps.askForPapers)
  if (ending === 'rejected') on(first, steps.reject)
  if (!['submitted', 'correcting', 'rejected', 'withdrawn'].includes(ending))
    on(first, (scene, caseId) => steps.accept(scene, caseId, visitOn))
  if (ending === 'withdrawn') on(visitOn, steps.withdraw)
  if (['visited', 'proposed', 'publicised', 'objected', 'ripe', 'decided'].includes(ending))
    on(visitOn, steps.askAgain, steps.visit)
  if (['proposed', 'publicised', 'objected', 'ripe', 'decided'].includes(ending))
    on(proposeOn, steps.askAgain, steps.propose)
  if (['publicised', 'objected', 'ripe', 'decided'].includes(ending)) on(proposeOn, steps.postNotice)
  if (ending === 'objected') on(objectOn, steps.object)
  if (ending === 'decided') on(decideOn, steps.decide)
  return { story, days, first, caseId }
}

async function runDay(run: Run, scene: Omit<steps.Scene, 'story'>): Promise<void> {
  const today = scene.today as CalendarDate
  const own = { ...scene, story: run.story }
  if (today === run.first) run.caseId = await steps.submit(own)
  if (!run.caseId) return
  for (const act of run.days.get(today) ?? []) await act(own, run.caseId)
}

const KEY = 'demo.loading'

async function readProgress({ db }: Work): Promise<Progress | undefined> {
  const row = await db.selectFrom('platform.setting').select('value').where('key', '=', KEY).executeTakeFirst()
  return row?.value as Progress | undefined
}

async function writeProgress({ db }: Work, progress: Progress): Promise<void> {
  const value = JSON.stringify(progress)
  await db
    .insertInto('platform.setting')
    .values({ key: KEY, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

function casesOf(runs: readonly Run[]): Record<number, string> {
  return Object.fromEntries(runs.flatMap(({ story, caseId }) => (caseId ? [[story.serial, caseId]] : [])))
}

/** A signature and a door, drawn; never a real person or place. */
async function drawPictures(): Promise<steps.Scene['pictures']> {
  const draw = async (svg: string) => new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
  return {
    signature: await draw(
      '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><rect width="240" height="80" fill="#fff"/><path d="M20 55 C60 10 80 70 110 40 S170 20 220 50" fill="none" stroke="#1A222C" stroke-width="4"/></svg>',
    ),
    door: await draw(
      '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#E7F0F8"/><path d="M40 120 L160 40 L280 120 V220 H40 Z" fill="#FAF7F2" stroke="#4A5563" stroke-width="4"/><rect x="140" y="140" width="50" height="80" fill="#8A4B00"/></svg>',
    ),
  }
}
