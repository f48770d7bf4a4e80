/**
 * The record of one evaluation as a tree: each quantity with its formula, what it read and the clause it rests
 * on. Built from literals with their keys in one order, so that the same evaluation gives the same bytes.
 */
import type { FactUse, ParameterUse, ShownValue, TraceNode } from '../evaluation.ts'
import { show, showSeveral } from '../explain/display.ts'
import type { CompiledProgramme, ResolvedParameter } from '../packs/compile.ts'
import type { RuleVersion } from '../packs/rules-file.ts'
import { isSeveral } from '../params/parameter.ts'
import type { Wording } from '../schema/citation.ts'
import { hitNames } from '../tables/table.ts'
import type { GivenFacts } from './facts.ts'
import { type Run, Unknown } from './run.ts'
import type { Value } from './value.ts'

const noLabels: ReadonlyMap<string, Wording> = new Map()

export class TraceBuilder {
  private readonly shown = new Set<string>()
  private readonly programme: CompiledProgramme
  private readonly run: Run
  private readonly facts: GivenFacts

  constructor(programme: CompiledProgramme, run: Run, facts: GivenFacts) {
    this.programme = programme
    this.run = run
    this.facts = facts
  }

  /** A formula of the household (`member` -1) or of one member, with everything under it. */
  node(slot: number, member: number): TraceNode {
    const { name } = this.programme.rules[slot]!
    const { rule, version, pack } = this.programme.internals.assembly.rules.get(name)!
    const key = `${slot}:${member}`
    const repeated = this.shown.has(key)
    this.shown.add(key)
    const reading = repeated ? undefined : this.run.readings?.[slot]?.get(member)
    const { value, unit, display } = show(this.run.rule(slot, member), rule)
    const node = {
      ...named(name, rule.id, member),
      formula: formulaText(version),
      formulaInWords: this.programme.internals.inWords(slot),
      value,
      unit,
      display,
      from: version.from,
      pack,
      citation: version.citation,
      parameters: (reading?.parameters ?? []).map(this.programme.internals.parameterUse),
      facts: (reading?.facts ?? []).map(used => this.factUse(used.slot, used.member)),
      inputs: (reading?.rules ?? []).map(used => this.node(used.slot, used.member)),
    }
    return reading && version.table ? { ...node, rowsHit: this.rowsHit(slot, member), repeated } : { ...node, repeated }
  }

  private rowsHit(slot: number, member: number): readonly number[] {
    const table = this.programme.internals.tables.get(slot)!
    const hit: number[] = []
    for (const [i, { number, condition }] of table.rows.entries()) {
      const isRest = !table.hasDefault && table.firstOnly && i === table.rows.length - 1
      if (isRest || this.run.once(condition, member) === true) hit.push(number)
      if (table.firstOnly && hit.length > 0) break
    }
    return hit
  }

  private factUse(slot: number, member: number): FactUse {
    const field = this.programme.internals.reader.fields[slot]!
    const { value: fact, source, date, assumed } = this.facts.origin(slot, member)
    const { value, unit, display } = show(fact instanceof Unknown ? null : fact, field)
    return { ...named(field.name, field.id, member), value, unit, display, source, date, assumed }
  }
}

/**
 * Nothing but the household's own lacks the member. Spread at the head of a literal and nowhere else: there it is a
 * copy, further on a slow merge of keys, and a trace has hundreds of nodes.
 */
function named(name: string, id: string, member: number) {
  return member < 0 ? { name, id } : { name, id, member }
}

/** A table says first what is done when several rows hit. */
function formulaText({ formula, table }: RuleVersion): string {
  return table ? `决策表（${hitNames[table.hit]}）\n${formula.trim()}` : formula.trim()
}

export function parameterUse(
  { parameter, chosen, setting, overridden }: ResolvedParameter,
  date: string,
): ParameterUse {
  return {
    name: parameter.name,
    id: parameter.id,
    ...(isSeveral(setting)
      ? showSeveral(setting, parameter.optionLabels)
      : show(setting as Value, { unit: parameter.unit, optionLabels: parameter.optionLabels })),
    pack: overridden ? 'override' : (chosen?.pack ?? parameter.pack),
    from: overridden ? date : (chosen?.entry.from ?? date),
    citation: overridden ? null : (chosen?.entry.citation ?? null),
  }
}

/** A quantity, field or parameter of the household by name, for sentences. */
export function lookUp(programme: CompiledProgramme, run: Run, facts: GivenFacts): (name: string) => ShownValue {
  const { slots } = programme.internals
  return name => {
    const rule = slots.rules.get(name)
    if (rule !== undefined) return show(run.rule(rule, -1), programme.internals.assembly.rules.get(name)!.rule)
    const parameter = slots.parameters.get(name)
    if (parameter !== undefined) {
      run.parameter(parameter)
      return programme.internals.parameterUse(parameter)
    }
    const slot = slots.fields.get(name)!
    const field = programme.form.fields[slot]!
    const value = facts.household[slot]!
    return show(value instanceof Unknown ? null : value, { unit: field.unit, optionLabels: noLabels })
  }
}
