/** What the users find on their desks: real cases to open, to accept and to decide, and people to search for. */
import pg from 'pg'

export interface RealCase {
  readonly id: string
  readonly householdId: string
  readonly division: string
  readonly status: string
  readonly version: number
}

export class Register {
  /** Cases made through the API: their sealed values open. */
  readonly cases: readonly RealCase[]
  /** Whole names and given names alike: 小舟 finds 陈小舟. */
  readonly names: readonly string[]
  readonly initials: readonly string[]
  readonly #waiting: Map<string, RealCase[]>
  readonly #ripe: Map<string, RealCase[]>

  constructor(cases: readonly RealCase[], people: readonly { name: string; initials: string }[]) {
    this.cases = cases
    this.names = people.map(({ name }, i) => (i % 2 === 0 ? name : name.slice(1)))
    this.initials = people.map(({ initials }) => initials)
    const byTown = (status: string) =>
      Map.groupBy(
        cases.filter(one => one.status === status),
        ({ division }) => division.slice(0, 9),
      )
    this.#waiting = byTown('submitted')
    this.#ripe = byTown('awaiting-decision')
  }

  waiting = (town: string) => this.#waiting.get(town)?.length ?? 0
  ripe = (town: string) => this.#ripe.get(town)?.length ?? 0
  takeWaiting = (town: string) => this.#waiting.get(town)?.pop()
  takeRipe = (town: string) => this.#ripe.get(town)?.pop()
}

export async function readRegister(url: string): Promise<Register> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Copied cases keep the version of their template and have no bank account of their own.
    const cases = await client.query<RealCase>(`
      select c.id, c.household_id as "householdId", c.division, c.status, c.version
      from casework.case_file c join registry.bank_account a on a.county = c.county and a.household_id = c.household_id
      order by c.id`)
    const people = await client.query<{ name: string; initials: string }>(`
      select name, pinyin_initials as initials from registry.person where hashtext(id::text) % 101 = 0 order by id limit 400`)
    return new Register(cases.rows, people.rows)
  } finally {
    await client.end()
  }
}
