/**
 * What happens to the demo's families: about three hundred stories that end in every state of the procedure, with
 * days on which the next step is taken. Steps call the API as the post whose turn it is; whether one is possible is
 * asked of the case itself, so a story bends where the law or a silent department bends it.
 */
import type { CalendarDate } from '@doudi/kernel'
import { demoAreas } from './areas.ts'
import { demoApplication } from './families.ts'
import { seeded } from './random.ts'

/** The last step a story takes. */
export type Ending =
  | 'submitted'
  | 'correcting'
  | 'rejected'
  | 'withdrawn'
  | 'accepted'
  | 'visited'
  | 'proposed'
  | 'publicised'
  | 'objected'
  | 'ripe'
  | 'decided'

export interface Story {
  readonly serial: number
  readonly ending: Ending
  /** Days before today on which the application came in. */
  readonly daysAgo: number
  /** Short name of the town's posts, e.g. `jn-a`. */
  readonly desk: string
  readonly villageNo: number
  readonly application: ReturnType<typeof demoApplication>
  /** Who brings the application; how large the home is that the visitors see. */
  readonly byCoordinator: boolean
  readonly areaSquareMetres: number
}

/** Telephone of a family whose story has come to its decision; their code is on the demo page. */
export const DEMO_RESIDENT_PHONE = '13900000250'

/** How many stories end where, and how long ago they began (from, to). */
const plan: readonly (readonly [ending: Ending, count: number, from: number, to: number])[] = [
  ['submitted', 60, 0, 3],
  ['correcting', 22, 2, 6],
  ['rejected', 14, 5, 60],
  ['withdrawn', 16, 6, 60],
  ['accepted', 24, 1, 2],
  ['visited', 26, 4, 6],
  ['proposed', 12, 7, 8],
  ['publicised', 32, 8, 12],
  ['objected', 8, 9, 13],
  ['ripe', 28, 16, 20],
  ['decided', 60, 22, 72],
]

const cities = ['jn', 'cz'] as const
const letters = ['a', 'b', 'c'] as const

const ALL = plan.reduce((sum, [, count]) => sum + count, 0)

/** All of them, or as many as asked for, spread over every kind of ending. */
export function demoStories(today: CalendarDate, wanted = ALL): Story[] {
  const upTo = (place: number) => Math.floor((place * Math.min(wanted, ALL)) / ALL)
  return allStories(today).filter((_, i) => upTo(i + 1) > upTo(i))
}

function allStories(today: CalendarDate): Story[] {
  const year = Number(today.slice(0, 4))
  const stories: Story[] = []
  for (const [ending, count, from, to] of plan) {
    for (let i = 0; i < count; i++) {
      const serial = stories.length + 1
      const random = seeded(serial * 7919)
      const areaNo = serial % 2
      const townNo = Math.floor(serial / 2) % 3
      const villageNo = Math.floor(serial / 6) % 3
      const village = demoAreas[areaNo]?.towns[townNo]?.villages[villageNo]
      if (!village) throw new Error('the demo area has two counties of three towns of three villages')
      stories.push({
        serial,
        ending,
        daysAgo: random.between(from, to),
        desk: `${cities[areaNo]}-${letters[townNo]}`,
        villageNo,
        application: demoApplication(random, village, serial, year),
        byCoordinator: random.chance(35),
        areaSquareMetres: random.between(45, 110),
      })
    }
  }
  return stories
}
