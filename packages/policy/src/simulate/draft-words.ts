/**
 * What a draft says on a day, carried into the packs of another time: a past decision is tried with the draft's values
 * and formulas as if they had been in force then, while everything else stays as it was. Pure.
 */

import type { Pack, PackSet, ProgrammeLayer } from '../packs/pack.ts'
import type { RulesFile, RuleVersion } from '../packs/rules-file.ts'
import { settingText } from '../packs/standards.ts'
import type { DatedValue } from '../params/parameter.ts'

export interface DraftWords {
  /** The pack that the draft changes. */
  readonly pack: string
  /** Of several start days those count that have come by this day. */
  readonly date: string
  readonly before: PackSet
  /** The same packs as they would be if the draft were released. */
  readonly after: PackSet
}

/** `past` as if the words of the draft had been spoken on `day`. What those packs do not know is left out. */
export function withWordsOn(past: PackSet, { pack, date, before, after }: DraftWords, day: string): PackSet {
  const then = past.packs.get(pack)
  const drafted = after.packs.get(pack)
  if (!then || !drafted) return past
  const carried = new Carrier(before.packs.get(pack), date, day).pack(then, drafted)
  return { ...past, packs: new Map([...past.packs, [pack, carried]]) }
}

interface Word {
  readonly from: string
  readonly affirmed: string | null
}

class Carrier {
  private readonly before: Pack | undefined
  private readonly date: string
  private readonly day: string

  constructor(before: Pack | undefined, date: string, day: string) {
    this.before = before
    this.date = date
    this.day = day
  }

  pack(then: Pack, drafted: Pack): Pack {
    const entries = new Map(then.entries)
    for (const [name, own] of drafted.entries)
      entries.set(name, this.words(then.entries.get(name), this.before?.entries.get(name), own, valueSaid))
    const programmes = new Map(then.programmes)
    for (const [name, { rules }] of drafted.programmes) {
      const layer: ProgrammeLayer = then.programmes.get(name) ?? {}
      if (rules)
        programmes.set(name, {
          ...layer,
          rules: this.rules(layer.rules, this.before?.programmes.get(name)?.rules, rules),
        })
    }
    return { ...then, entries, programmes }
  }

  private rules(then: RulesFile = noRules, before: RulesFile = noRules, drafted: RulesFile): RulesFile {
    const declared = then.declared.map(one => {
      const named = ({ rule }: (typeof then.declared)[number]) => rule.name === one.rule.name
      const own = drafted.declared.find(named)?.versions ?? []
      return { ...one, versions: this.words(one.versions, before.declared.find(named)?.versions, own, formulaSaid) }
    })
    const names = new Set([...then.overrides, ...drafted.overrides].map(({ name }) => name))
    const overrides = [...names].map(name => {
      const [old, was, is] = [then, before, drafted].map(file => file.overrides.find(one => one.name === name))
      return { ...(old ?? is)!, versions: this.words(old?.versions, was?.versions, is?.versions, formulaSaid) }
    })
    return { declared, overrides: overrides.filter(({ versions }) => versions.length > 0) }
  }

  /** The draft's word of the day stands last, if the draft has spoken one; later words of `then` no longer matter. */
  private words<T extends Word>(
    then: readonly T[] = [],
    before: readonly T[] = [],
    drafted: readonly T[] = [],
    said: (word: T) => string,
  ): readonly T[] {
    const word = drafted.findLast(({ from }) => from <= this.date)
    const was = before.findLast(({ from }) => from <= this.date)
    if (!word || (was && said(was) === said(word))) return then
    return [
      ...then.filter(({ from }) => from < this.day),
      { ...word, from: this.day, affirmed: null, unchangedSince: this.day },
    ]
  }
}

const noRules: RulesFile = { declared: [], overrides: [] }

/** A new day or another document is a new word; another place in a file is none. */
const valueSaid = ({ from, value, citation }: DatedValue) =>
  JSON.stringify([from, value === null ? null : settingText(value), citation.title, citation.clause])

const formulaSaid = ({ from, formula, table, citation }: RuleVersion) =>
  JSON.stringify([from, formula, table, citation.title, citation.clause])
