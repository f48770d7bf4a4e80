/** Times and ratios as lines. Pure. */
import { type Line, threeDigits } from '../line.ts'
import type { Contestant } from './contestant.ts'
import { goalText, type RatioGoal, ratioGoals, reaches, timeGoals } from './goals.ts'
import { ratios, spreadOf, type Times } from './rounds.ts'

export function timeLine({ name, households, splits = [] }: Contestant, times: Times, agrees: boolean): Line {
  const goal = timeGoals[name]
  const wholeRun = goal?.per === 'run'
  const { median, min, max } = spreadOf(wholeRun ? times.map(time => (time * households) / 1000) : times)
  return {
    ...{ name: `policy.${name}`, value: threeDigits(median), unit: wholeRun ? 'ms' : 'µs a household' },
    spread: {
      ...{ min: threeDigits(min), max: threeDigits(max), households },
      ...(wholeRun ? {} : { 'per second': Math.round(1e6 / median) }),
      agrees: agrees ? 'yes' : 'no',
      ...split(splits.slice(-times.length)),
    },
    ...{ goal: goal ? goalText(goal) : null, ok: agrees && (!goal || reaches(median, goal)) },
  }
}

/** The median of each part over the measured runs, in milliseconds. */
function split(runs: NonNullable<Contestant['splits']>): Record<string, number> {
  const parts = Object.keys(runs[0] ?? {})
  return Object.fromEntries(
    parts.map(part => [`${part} ms`, threeDigits(spreadOf(runs.map(run => run[part]!)).median)]),
  )
}

/** One line for each goal whose two sides were measured. A ratio with a wrong answer in it reaches nothing. */
export function ratioLines(times: ReadonlyMap<string, Times>, wrong: ReadonlySet<string>): Line[] {
  return ratioGoals.flatMap(goal => {
    const [time, by] = [times.get(goal.time), times.get(goal.by)]
    return time && by ? [ratioLine(goal, ratios(time, by), wrong)] : []
  })
}

/** Goals of which a side was missing. Whoever measures only a part may leave some out; a whole run may not. */
export function notMeasured(times: ReadonlyMap<string, Times>, wholeRun: boolean): Line {
  const missing = ratioGoals.filter(({ time, by }) => !(times.has(time) && times.has(by)))
  return {
    ...{ name: 'policy.goals-not-measured', value: missing.length, unit: 'goals' },
    spread: missing.length > 0 ? { missing: missing.map(({ time, by }) => `${time}/${by}`).join(' ') } : null,
    ...{ goal: wholeRun ? '= 0' : null, ok: !wholeRun || missing.length === 0 },
  }
}

function ratioLine(goal: RatioGoal, each: readonly number[], wrong: ReadonlySet<string>): Line {
  const { median, min, max } = spreadOf(each)
  const right = !wrong.has(goal.time) && !wrong.has(goal.by)
  return {
    ...{ name: `policy.${goal.time}/${goal.by}`, value: threeDigits(median), unit: '×' },
    spread: { min: threeDigits(min), max: threeDigits(max) },
    ...{ goal: goalText(goal), ok: right && reaches(median, goal) },
  }
}

export function agreement(contestants: readonly Contestant[], wrong: ReadonlySet<string>): Line {
  return {
    ...{ name: 'policy.disagreements', value: wrong.size, unit: 'contestants' },
    spread: { compared: contestants.length, ...(wrong.size > 0 ? { wrong: [...wrong].join(' ') } : {}) },
    ...{ goal: '= 0', ok: wrong.size === 0 },
  }
}
