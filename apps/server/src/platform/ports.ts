/**
 * The outside world as the modules see it. `compose.ts` sets the adapters once at start; a module that is
 * called before that has been put together wrongly.
 */
export interface DepartmentAnswer {
  readonly status: 'answered' | 'nothing-found' | 'mismatch'
  /** Rows as the department keeps them; only known fields are used. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly queriedAt: string
}

export interface DepartmentQuery {
  readonly requestNumber: string
  readonly source: string
  readonly name: string
  readonly identityNumber: string
  readonly periodFrom: string
  readonly periodTo: string
}

export interface Ports {
  /** Asks one department about one person; throws when it does not answer. */
  readonly departments: { query(query: DepartmentQuery): Promise<DepartmentAnswer> }
  /** Where the policy packs lie: path below the folder → text. */
  readonly policyFiles: () => ReadonlyMap<string, string>
  /** Demo mode: the clock may be moved and codes are shown on the outbox page. */
  readonly demo: { readonly on: boolean; moveClock(instant: string): Promise<void> }
}

let current: Ports | undefined

export function setPorts(ports: Ports): void {
  current = ports
}

export function ports(): Ports {
  if (!current) throw new Error('ports are not set; compose() does it')
  return current
}
