/** What changes rarely and is asked of the API rarely: is this the demo, which districts are there, what day is it. */
import { businessDate, type CalendarDate, instantOf } from '@doudi/kernel'
import { type ApiDoor, unlessMissing } from './api.ts'
import type { Division, List, Place } from './replies.ts'

const KEEP_MS = 60_000

export class Surroundings {
  readonly #kept = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>()

  /** Asks at most once a minute; an answer that failed is not kept. */
  #once<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const before = this.#kept.get(name)
    if (before && performance.now() - before.at < KEEP_MS) return before.value as Promise<T>
    const value = ask()
    this.#kept.set(name, { at: performance.now(), value })
    value.catch(() => this.#kept.delete(name))
    return value
  }

  demo(api: ApiDoor): Promise<boolean> {
    return this.#once('demo', async () => (await unlessMissing(api.get('/demo/clock'))) !== undefined)
  }

  /** The business day; in the demo its clock can be ahead, so there it is asked each time. */
  async today(api: ApiDoor): Promise<CalendarDate> {
    if (await this.demo(api)) return (await api.get<{ today: CalendarDate }>('/demo/clock')).today
    return businessDate(instantOf(Temporal.Now.instant().epochMilliseconds))
  }

  districts(api: ApiDoor): Promise<readonly Division[]> {
    return this.#once('districts', async () => (await api.get<List<Division>>('/divisions?level=county')).items)
  }

  /** The remembered district, or the first there is. */
  async place(api: ApiDoor, code: string | undefined): Promise<Place | undefined> {
    const districts = await this.districts(api)
    const chosen = districts.find(district => district.code === code) ?? districts[0]
    return chosen && this.division(api, chosen.code)
  }

  division(api: ApiDoor, code: string): Promise<Place> {
    return this.#once(`division ${code}`, () => api.get<Place>(`/divisions/${code}`))
  }

  villages(api: ApiDoor, county: string): Promise<readonly Division[]> {
    const address = `/divisions?parent=${county}&level=village&limit=500`
    return this.#once(`villages ${county}`, async () => (await api.get<List<Division>>(address)).items)
  }

  towns(api: ApiDoor, county: string): Promise<readonly Division[]> {
    const address = `/divisions?parent=${county}&level=town&limit=500`
    return this.#once(`towns ${county}`, async () => (await api.get<List<Division>>(address)).items)
  }
}
