/** Why a case is missed: kept by hand in `misses.json`, and joined to what a run finds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Miss } from './score.ts'

export interface Reason {
  readonly topic: string
  readonly cases: readonly string[]
  readonly reason: string
}

export function readReasons(): readonly Reason[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'misses.json'), 'utf8')) as Reason[]
}

export function reasonFor({ topic, id }: Pick<Miss, 'topic' | 'id'>, reasons: readonly Reason[]): string | null {
  return reasons.find(one => one.topic === topic && one.cases.includes(id))?.reason ?? null
}

/** Reasons for cases that were run and are not missed any more. */
export function staleReasons(misses: readonly Miss[], topics: readonly string[], reasons: readonly Reason[]): string[] {
  return reasons
    .filter(({ topic }) => topics.includes(topic))
    .flatMap(({ topic, cases }) => cases.map(id => ({ topic, id })))
    .filter(({ topic, id }) => !misses.some(miss => miss.topic === topic && miss.id === id))
    .map(({ topic, id }) => `${topic} ${id}`)
}
