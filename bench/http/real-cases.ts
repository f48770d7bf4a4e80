/**
 * Cases made through the API, as the demo's stories are told: those that the users of the measurement accept and
 * decide, and a few in every other state for the bulk to be copied from.
 */
import { addDays, type CalendarDate } from '@doudi/kernel'
import { nationalCalendar, workdayOnOrAfter } from '@doudi/kernel/working-days'
import { deskOpener } from '@doudi/server/demo/desk.ts'
import { demoApplication } from '@doudi/server/demo/families.ts'
import { seeded } from '@doudi/server/demo/random.ts'
import type { Ending, Story } from '@doudi/server/demo/stories.ts'
import * as steps from '@doudi/server/demo/story-steps.ts'
import sharp from 'sharp'
import { towns } from './area.ts'
import type { BenchHouse } from './bench-house.ts'

type Step = (scene: steps.Scene, caseId: string) => Promise<void>

interface Run {
  readonly story: Story
  readonly days: ReadonlyMap<CalendarDate, readonly Step[]>
  readonly first: CalendarDate
  caseId: string | undefined
}

/** Towns in which cases are worked on. */
export const busyTowns = towns.slice(0, 16)
const VILLAGES_WITH_COORDINATOR = 3
const AT_ONCE = 8
/** Of the decided ones, some must be refused, so that refused cases can be copied. */
const REFUSED_EVERY = 2

const others: readonly Ending[] = [
  'correcting',
  'rejected',
  'withdrawn',
  'accepted',
  'publicised',
  'objected',
  'decided',
]

export function benchStory(ending: Ending, serial: number, today: CalendarDate): Story {
  const random = seeded(serial * 7919)
  const town = busyTowns[serial % busyTowns.length]
  const villageNo = Math.floor(serial / busyTowns.length) % VILLAGES_WITH_COORDINATOR
  const village = town?.villages[villageNo]
  if (!town || !village) throw new Error('a busy town has three villages with a coordinator')
  const application = demoApplication(random, village, serial, Number(today.slice(0, 4)))
  return {
    ...{ serial, ending, daysAgo: 0, desk: town.desk, villageNo },
    application: serial % REFUSED_EVERY === 0 && ending === 'decided' ? withSavings(application) : application,
    byCoordinator: random.chance(35),
    areaSquareMetres: random.between(45, 110),
  }
}

function withSavings(application: Story['application']): Story['application'] {
  return { ...application, property: { ...application.property, depositsFen: 90_000_000 } }
}

/** Days of a story, counted in working days back from today; a notice needs a week. */
function tell(story: Story, today: CalendarDate): Run {
  const { ending } = story
  const workday = (ago: number) => workdayOnOrAfter(addDays(today, -ago), nationalCalendar)
  const [applied, visited, proposed] = [
    workday(18),
    workday(15),
    workday(ending === 'ripe' || ending === 'decided' ? 12 : 3),
  ]
  const accept: Step = (scene, caseId) => steps.accept(scene, caseId, visited)
  const days = (...acts: readonly (readonly [CalendarDate, ...Step[]])[]) =>
    new Map(acts.map(([day, ...taken]) => [day, taken]))
  const noticed = [
    [applied, accept],
    [visited, steps.visit],
    [proposed, steps.propose, steps.postNotice],
  ] as const
  switch (ending) {
    case 'submitted':
      return { story, first: today, caseId: undefined, days: days() }
    case 'correcting':
      return { story, first: applied, caseId: undefined, days: days([applied, steps.askForPapers]) }
    case 'rejected':
      return { story, first: applied, caseId: undefined, days: days([applied, steps.reject]) }
    case 'withdrawn':
      return { story, first: applied, caseId: undefined, days: days([applied, accept], [visited, steps.withdraw]) }
    case 'accepted':
      return { story, first: applied, caseId: undefined, days: days([applied, accept]) }
    case 'objected':
      return { story, first: applied, caseId: undefined, days: days(...noticed, [workday(2), steps.object]) }
    case 'decided':
      return { story, first: applied, caseId: undefined, days: days(...noticed, [today, steps.decide]) }
    default:
      return { story, first: applied, caseId: undefined, days: days(...noticed) }
  }
}

export interface HowMany {
  readonly waiting: number
  readonly ripe: number
}

export async function makeRealCases(
  { house, clock, moveTo }: BenchHouse,
  accounts: ReadonlyMap<string, string>,
  { waiting, ripe }: HowMany,
  say: (text: string) => void,
): Promise<void> {
  const last = clock.today()
  const endings = [
    ...Array<Ending>(ripe).fill('ripe'),
    ...others.flatMap(ending => Array<Ending>(ending === 'decided' ? 16 : 6).fill(ending)),
    ...Array<Ending>(waiting).fill('submitted'),
  ]
  const runs = endings.map((ending, i) => tell(benchStory(ending, i + 1, last), last))
  const desk = deskOpener(house, accounts, clock.today)
  const pictures = await drawPictures()
  for (let ago = 20; ago >= 0; ago--) {
    const today = addDays(last, -ago)
    const now = `${today}T01:00:00.000Z`
    moveTo(now)
    await house.turnDay()
    await house.jobs.drain()
    await together(runs, run => runDay(run, { desk, pictures, now, today }))
    await house.jobs.drain()
    say(`   real cases: day ${21 - ago} of 21`)
  }
  moveTo(clock.wall())
}

async function runDay(run: Run, scene: Omit<steps.Scene, 'story'>): Promise<void> {
  const today = scene.today as CalendarDate
  const own = { ...scene, story: run.story }
  if (today === run.first) run.caseId = await steps.submit(own)
  if (!run.caseId) return
  for (const act of run.days.get(today) ?? []) await act(own, run.caseId)
}

async function together<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** A signature and a door, as small as pictures can be. */
export async function drawPictures(): Promise<steps.Scene['pictures']> {
  const draw = async (width: number) =>
    new Uint8Array(
      await sharp({ create: { width, height: 40, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    )
  return { signature: await draw(120), door: await draw(60) }
}
