/**
 * Loads the demo area once: places, posts, budgets, then ten weeks of stories day by day with the business clock
 * standing at each of these days. Cut off in the middle (a closed laptop, kill -9), the next start runs it again:
 * keys make every step that was done answer as before.
 */
import { addDays, type CalendarDate, type Instant } from '@doudi/kernel'
import { nationalCalendar, workdayOnOrAfter } from '@doudi/kernel/working-days'
import sharp from 'sharp'
import type { Clock } from '#platform/clock.ts'
import { systemCaller } from '#platform/database/work.ts'
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
}

interface Progress {
  /** The day that counts as today for this loading; kept so that a second run tells the same stories. */
  today: CalendarDate
  accounts: Record<string, string> | null
  done: boolean
}

/** Oldest story's first day, and some room before it. */
const DAYS = 75
const NINE_O_CLOCK = 'T01:00:00.000Z'

export async function loadDemo(house: House, { clock, moveClock, say }: Loading): Promise<void> {
  const progress = (await readProgress(house)) ?? { today: clock.today(), accounts: null, done: false }
  if (progress.done) return
  say('④ 载入示例地区 · Loading the demo area (once)…')
  await writeProgress(house, progress)
  if (!progress.accounts) {
    await placeAreas(house)
    progress.accounts = Object.fromEntries(await placePosts(house))
    await writeProgress(house, progress)
  }
  const desk = deskOpener(house, new Map(Object.entries(progress.accounts)))
  const pictures = await drawPictures()
  const runs = demoStories(progress.today).map(story => storyDays(story, progress.today))
  await moveClock(`${addDays(progress.today, -DAYS)}${NINE_O_CLOCK}`)
  await fundAreas(desk, progress.today)
  for (let ago = DAYS; ago >= 0; ago--) {
    const today = addDays(progress.today, -ago)
    const now = `${today}${NINE_O_CLOCK}` as Instant
    await moveClock(now)
    await house.turnDay()
    await house.jobs.drain()
    for (const run of runs) await runDay(run, { desk, pictures, now, today })
    await house.jobs.drain()
    await payMonths(desk, today, progress.today)
    if (ago % 15 === 0) say(`   ${Math.round(((DAYS - ago) / DAYS) * 100)} %`)
  }
  await house.jobs.drain()
  await moveClock(clock.wall())
  await writeProgress(house, { ...progress, done: true })
}

interface Run {
  readonly story: Story
  readonly days: ReadonlyMap<CalendarDate, readonly ((scene: steps.Scene, caseId: string) => Promise<void>)[]>
  readonly first: CalendarDate
  caseId: string | undefined
}

/** On which day each step of a story falls; offices work on working days. */
function storyDays(story: Story, today: CalendarDate): Run {
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
  return { story, days, first, caseId: undefined }
}

async function runDay(run: Run, scene: Omit<steps.Scene, 'story'>): Promise<void> {
  const today = scene.today as CalendarDate
  const own = { ...scene, story: run.story }
  if (today === run.first) run.caseId = await steps.submit(own)
  if (!run.caseId) return
  for (const act of run.days.get(today) ?? []) await act(own, run.caseId)
}

const KEY = 'demo.loading'

async function readProgress(house: House): Promise<Progress | undefined> {
  const row = await house.inWork(systemCaller, ({ db }) =>
    db.selectFrom('platform.setting').select('value').where('key', '=', KEY).executeTakeFirst(),
  )
  return row?.value as Progress | undefined
}

async function writeProgress(house: House, progress: Progress): Promise<void> {
  const value = JSON.stringify(progress)
  await house.inWork(systemCaller, ({ db }) =>
    db
      .insertInto('platform.setting')
      .values({ key: KEY, value })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
      .execute(),
  )
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
