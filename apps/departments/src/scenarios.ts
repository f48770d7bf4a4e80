/**
 * What happens to whom. Digits 15–17 of an identity number are its serial; serials from 910 on choose a scenario,
 * every other person is quiet: registered with the police, unknown everywhere else.
 */
import { plausibleRow, type Row, type SourceId } from './sources.ts'

/** One answer of one department. `afterMs` lets it think first. */
export type Answer = ({ readonly rows: readonly Row[] } | { readonly status: 503 }) & { readonly afterMs?: number }

interface Asked {
  readonly seed: number
  readonly source: SourceId
  readonly identityNumber: string
  /** 1 for the first time this request number asks. */
  readonly attempt: number
}

export interface Scenario {
  /** First two digits of the serial; the third is free, it says the sex. */
  readonly serial: string
  readonly about: string
  readonly answer: (asked: Asked) => Answer | undefined
}

const nothing: Answer = { rows: [] }
const down: Answer = { status: 503 }
const found = ({ source, seed, identityNumber }: Asked): Answer => ({
  rows: [plausibleRow(source, seed, identityNumber)],
})

function finds(...sources: readonly SourceId[]): Scenario['answer'] {
  return asked => (sources.includes(asked.source) ? found(asked) : undefined)
}

export const scenarios: readonly Scenario[] = [
  { serial: '91', about: 'wage: social insurance knows an employer', answer: finds('social-insurance') },
  {
    serial: '92',
    about: 'wealth: a car, a dwelling and a large deposit',
    answer: finds('vehicles', 'real-estate', 'deposits'),
  },
  { serial: '93', about: 'business: an active registration', answer: finds('business-registration') },
  { serial: '94', about: 'death: the person has died', answer: finds('deaths') },
  {
    serial: '95',
    about: 'hiccup: every department fails once, then answers',
    answer: ({ attempt }) => (attempt === 1 ? down : undefined),
  },
  {
    serial: '96',
    about: 'outage: deposits never answers',
    answer: ({ source }) => (source === 'deposits' ? down : undefined),
  },
  {
    serial: '97',
    about: 'namesake: deposits returns a row of somebody else with the same name',
    answer: asked =>
      asked.source === 'deposits'
        ? {
            rows: [
              {
                ...plausibleRow('deposits', asked.seed, asked.identityNumber),
                identityNumber: otherPerson(asked.identityNumber),
              },
            ],
          }
        : undefined,
  },
  {
    serial: '98',
    about: 'slow: deposits answers after three seconds',
    answer: asked => (asked.source === 'deposits' ? { ...found(asked), afterMs: 3000 } : undefined),
  },
  { serial: '99', about: 'unknown: nobody has ever heard of the person', answer: () => nothing },
]

/** The same digits turned round in the serial: another person's number, without asking whether it is valid. */
function otherPerson(identityNumber: string): string {
  return `${identityNumber.slice(0, 14)}${[...identityNumber.slice(14, 17)].reverse().join('')}0`
}

export function answerFor(asked: Asked): Answer {
  const scenario = scenarios.find(({ serial }) => asked.identityNumber.slice(14, 16) === serial)
  return scenario?.answer(asked) ?? (asked.source === 'civil-registration' ? found(asked) : nothing)
}
