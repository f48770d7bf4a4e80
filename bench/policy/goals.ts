/**
 * What the measurement decides: ratios between contestants, each with its goal. `columns`, `explained`, `threads` and
 * `end-to-end` are the product's columnar readers.
 */

export interface RatioGoal {
  /** Whose time is divided … */
  readonly time: string
  /** … by whose. */
  readonly by: string
  readonly atMost?: number
  /** Neither: the ratio is told, and decides nothing. */
  readonly atLeast?: number
}

export const ratioGoals: readonly RatioGoal[] = [
  { time: 'columns', by: 'hand-ordinary', atMost: 1 },
  { time: 'columns', by: 'hand-branch-free', atMost: 1.25 },
  { time: 'explained', by: 'hand-branch-free', atMost: 1.8 },
  { time: 'explained', by: 'hand-ordinary' },
  { time: 'columns', by: 'threads', atLeast: 1.6 },
  { time: 'feelin', by: 'columns', atLeast: 1000 },
  { time: 'zen', by: 'columns', atLeast: 500 },
  { time: 'json-rules-engine', by: 'columns', atLeast: 500 },
  { time: 'duckdb', by: 'columns', atLeast: 8 },
  { time: 'sql', by: 'columns', atLeast: 50 },
  { time: 'postgres', by: 'columns', atLeast: 50 },
  { time: 'sql', by: 'postgres' },
  { time: 'end-to-end', by: 'sql-insert', atMost: 0.7 },
  { time: 'end-to-end', by: 'insert', atMost: 0.7 },
  { time: 'hand-end-to-end', by: 'insert' },
]

/** Times that have a goal of their own. `run` is in milliseconds, `household` in microseconds. */
export const timeGoals: Readonly<Record<string, { readonly per: 'run' | 'household'; readonly atMost: number }>> = {
  'edit-to-first-rows': { per: 'run', atMost: 50 },
  'one-household': { per: 'household', atMost: 5 },
}

type Limit = Pick<RatioGoal, 'atMost' | 'atLeast'>

export function goalText({ atMost, atLeast }: Limit): string | null {
  if (atMost !== undefined) return `<= ${atMost}`
  return atLeast === undefined ? null : `>= ${atLeast}`
}

export function reaches(value: number, { atMost, atLeast }: Limit): boolean {
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? 0)
}
