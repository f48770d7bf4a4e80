/** Settings from the environment. Unset means embedded, on this machine, with the demo area. */
import { resolve } from 'node:path'

export interface Config {
  /** Empty: the embedded database in `dataFolder`. */
  readonly databaseUrl: string
  readonly port: number
  readonly dataFolder: string
  readonly policyFolder: string
  /** A demo area is loaded, the clock can be moved, codes are shown on the outbox page. Never in production. */
  readonly demo: boolean
  /** How many families the demo area tells of; undefined: all of them. */
  readonly demoStories: number | undefined
  /** Address of the (simulated) partner departments; empty: none is configured. */
  readonly departmentsUrl: string
}

export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const port = Number(env.PORT ?? '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be 0–65535, not "${env.PORT}"`)
  const databaseUrl = env.DATABASE_URL ?? ''
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL must start with postgres:// or postgresql://')
  }
  return {
    databaseUrl,
    port,
    dataFolder: resolve(root, env.DOUDI_DATA ?? 'data'),
    policyFolder: resolve(root, env.DOUDI_POLICIES ?? 'policies'),
    demo: (env.DOUDI_DEMO ?? '1') !== '0',
    demoStories: wholeNumber(env.DOUDI_DEMO_STORIES, 'DOUDI_DEMO_STORIES'),
    departmentsUrl: env.DOUDI_DEPARTMENTS_URL ?? '',
  }
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`)
  return Number(text)
}
