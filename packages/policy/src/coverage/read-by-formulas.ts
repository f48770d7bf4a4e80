/** Which parameters some formula, check or promise of growth reads. The others record how a place organises its work. */
import { checkRules } from '../check/programme.ts'
import { assemble, chooseParameters, datesOfChange } from '../packs/assemble.ts'
import { lineage, type Pack, type PackSet } from '../packs/pack.ts'
import { parametersOf } from '../packs/parameter-checks.ts'

/** Declaring pack and name, as `national 低保标准`. */
export function parametersReadByFormulas({ packs }: PackSet): ReadonlySet<string> {
  const found = new Set<string>()
  for (const pack of packs.values()) {
    if (pack.example) continue
    const line = lineage(packs, pack.name)
    addCheckedIn(pack, line, found)
    for (const programme of pack.programmes.keys())
      for (const date of datesOfChange(line, programme)) addRead(line, programme, date, found)
  }
  return found
}

function addCheckedIn(pack: Pack, line: readonly Pack[], found: Set<string>): void {
  const parameters = [...chooseParameters(line, '9999-12-31').values()]
  const promises = new Set(pack.declared.map(({ growsWith }) => growsWith))
  const promised = parameters.filter(({ parameter }) => promises.has(parameter.name))
  for (const { parameter } of [...pack.checks.flatMap(check => parametersOf(check, parameters)), ...promised])
    found.add(`${parameter.pack} ${parameter.name}`)
}

function addRead(line: readonly Pack[], programme: string, date: string, found: Set<string>): void {
  const { declarations, parameters } = assemble(line, programme, date)
  for (const name of checkRules(declarations).rules.flatMap(rule => rule.uses)) {
    const parameter = parameters.get(name)?.parameter
    if (parameter) found.add(`${parameter.pack} ${name}`)
  }
}
