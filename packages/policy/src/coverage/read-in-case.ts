/**
 * What a case really reads: the citations of the formulas and values behind its answer, or behind its refusal; and,
 * when it says which checks fail, of all checks that were weighed.
 */
import { Problem } from '@doudi/kernel'
import { readSituation } from '../interpret/facts.ts'
import { type Reading, Run } from '../interpret/run.ts'
import type { PolicyCase } from '../packs/cases-file.ts'
import { type CompiledProgramme, compile } from '../packs/compile.ts'
import type { PackSet } from '../packs/pack.ts'
import type { Citation } from '../schema/citation.ts'

export function citationsReadIn(packs: PackSet, one: PolicyCase): ReadonlySet<Citation> {
  try {
    const programme = compile(packs, one)
    const facts = readSituation(one.situation, programme.internals.reader)
    const run = new Run(programme.internals.program, facts, true)
    for (const rule of resultsOf(programme)) computeIfPossible(programme, run, rule)
    const found = citationsOf(programme, run)
    if (one.expect.checks !== null) addChecks(programme, found)
    return found
  } catch (error) {
    if (error instanceof Problem) return new Set()
    throw error
  }
}

/** The formulas of the decision, then those that are shown beside it. */
function resultsOf({ internals }: CompiledProgramme): string[] {
  const { decision, outputs } = internals.assembly.programme!
  return [...Object.values(decision), ...outputs].map(({ rule }) => rule)
}

/** What was read before a refusal has been read all the same. */
function computeIfPossible(programme: CompiledProgramme, run: Run, rule: string): void {
  const slot = programme.internals.slots.rules.get(rule)
  if (slot === undefined) return
  try {
    run.rule(slot, -1)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

function citationsOf(programme: CompiledProgramme, run: Run): Set<Citation> {
  const found = new Set<Citation>()
  for (const [slot, byMember] of run.readings!.entries()) {
    if (byMember.size === 0) continue
    found.add(programme.internals.assembly.rules.get(programme.rules[slot]!.name)!.version.citation)
    for (const reading of byMember.values()) addParameters(programme, reading, found)
  }
  return found
}

function addChecks(programme: CompiledProgramme, found: Set<Citation>): void {
  for (const { check, read } of programme.internals.checks) {
    found.add(check.citation)
    for (const { chosen } of read) if (chosen) found.add(chosen.entry.citation)
  }
}

/** A value that the case sets for itself still stands in the place of the one that is cited. */
function addParameters(programme: CompiledProgramme, reading: Reading, found: Set<Citation>): void {
  for (const slot of reading.parameters) {
    const { chosen } = programme.parameters[slot]!
    if (chosen) found.add(chosen.entry.citation)
  }
}
