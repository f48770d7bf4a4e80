/** A pack on a day as people see it: its values, its relations, its rules in words, and the history of one value. */
import {
  boundText,
  type ComingValue,
  comingAfter,
  namesInFormulas,
  type Pack,
  programmesOf,
  type RuleOnDay,
  rulesInWords,
  rulesOn,
  type StandardOnDay,
  settingText,
  showSetting,
  standardsOn,
} from '@doudi/policy'
import type { z } from 'zod'
import { displayNamesOf } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import { isOfRule, nameOf } from './change.ts'
import type {
  history,
  namesPage,
  ParameterOnPage,
  packList,
  packPage,
  ruleHistory,
  rulesPage,
  VersionOnPage,
} from './contract.ts'
import { editionInUse } from './current-edition.ts'
import { ownDivisionOf, packNamed } from './find-draft.ts'
import { problems } from './problems.ts'
import { programmeInForce } from './programme.ts'
import { type SignedRelease, selectSignedReleases } from './release.sql.ts'

type Value = NonNullable<ParameterOnPage['current']>
type Entries = StandardOnDay['entries']
type Version = RuleOnDay['entries'][number]['entry']

export async function listPacks(work: Work): Promise<z.infer<typeof packList>> {
  const { hash, packs } = await editionInUse(work)
  const items = []
  for (const pack of packs.packs.values()) {
    const { name, title, level, area, inherits, example, programmes } = pack
    const own = (await ownDivisionOf(work, pack)) !== null
    items.push({
      ...{ name, title, level, area, inherits, example, own },
      broken: packs.broken.has(name),
      programmes: programmesOf(packs, name).filter(({ id }) => programmes.has(id)),
    })
  }
  return { edition: hash, items, next: null }
}

export async function showPack(work: Work, name: string, date: string): Promise<z.infer<typeof packPage>> {
  const pack = await packNamed(work, name)
  const { hash, packs } = await editionInUse(work)
  const { line, parameters, checks } = standardsOn(packs, name, date)
  const coming = comingAfter(packs, name, date)
  const { title, level, area, example } = pack
  return {
    ...{ edition: hash, date, name, title, level, area, example },
    broken: packs.broken.has(name),
    own: (await ownDivisionOf(work, pack)) !== null,
    line: line.map(above => ({ name: above.name, title: above.title, level: above.level, example: above.example })),
    documents: line.flatMap(above =>
      [...above.documents.values()].map(document => ({
        ...{ id: document.id, issuer: document.issuer, pack: above.name },
        title: document.number ? `${document.title}（${document.number}）` : document.title,
      })),
    ),
    parameters: parameters.map(standard => parameterOn(standard, pack, coming.get(standard.parameter.name) ?? [])),
    checks: checks.map(({ check, ...judged }) => ({
      ...{ name: check.name, message: judged.message, formula: check.formula, soft: check.soft },
      ...{ pack: judged.pack, verdict: judged.verdict, reads: judged.reads, missing: judged.missing },
      citation: { unverified: false, ...check.citation },
    })),
    programmes: programmesOf(packs, name),
  }
}

function parameterOn(standard: StandardOnDay, pack: Pack, coming: readonly ComingValue[]): ParameterOnPage {
  const { parameter, chosen } = standard
  const { name, id, label, type, unit, decimals, openTo, change, soft } = parameter
  return {
    ...{ name, id, label, type, unit, decimals, openTo, change, soft },
    group: parameter.place.file.split('/').at(-1)?.replace('.yaml', '') ?? '',
    options: parameter.options.map(value => ({
      value,
      label: parameter.optionLabels.get(value) ?? { 'zh-CN': value, en: value },
    })),
    min: boundText(parameter.min),
    max: boundText(parameter.max),
    declaredBy: parameter.pack,
    current: chosen && valueOn(standard, chosen),
    coming: coming.map(({ day, ...spoken }) => ({ ...valueOn(standard, spoken), from: day })),
    ...{ reviewBy: standard.reviewBy, reviewPast: standard.reviewPast },
    open: parameter.pack === pack.name || pack.example || openTo.includes(pack.level),
  }
}

export function valueOn({ parameter }: StandardOnDay, { entry, pack }: Entries[number]): Value {
  return {
    value: entry.value === null ? null : settingText(entry.value),
    display: entry.value === null ? null : showSetting(parameter, entry.value),
    ...{ from: entry.from, pack, reason: entry.reason },
    citation: { unverified: false, ...entry.citation },
  }
}

export async function showRules(
  work: Work,
  pack: string,
  programme: string,
  date: string,
): Promise<z.infer<typeof rulesPage>> {
  await packNamed(work, pack)
  const on = { pack, programme, date }
  const inForce = await programmeInForce(work, on)
  const known = new Map(rulesOn((await editionInUse(work)).packs, on).map(one => [one.rule.name, one]))
  const items = rulesInWords(inForce).map(({ name, label, unit, words, reads }) => {
    const { chosen, entries, open } = known.get(name)!
    const later = entries.filter(({ entry }) => entry.from > date)
    const coming = later.toSorted((a, b) => (a.entry.from < b.entry.from ? -1 : 1))
    return {
      ...{ name, label, unit, words, reads, open, ...versionOn(chosen!.version, chosen!.pack) },
      coming: coming.map(one => versionOn(one.entry, one.pack)),
    }
  })
  return { pack, programme, title: inForce.title, date, items, next: null }
}

export function versionOn({ formula, table, from, citation }: Version, pack: string): VersionOnPage {
  return { formula: formula.trim(), table, from, pack, citation: { unverified: false, ...citation } }
}

export async function showNames(
  work: Work,
  pack: string,
  programme: string,
  date: string,
): Promise<z.infer<typeof namesPage>> {
  await packNamed(work, pack)
  return { items: namesInFormulas((await editionInUse(work)).packs, { pack, programme, date }), next: null }
}

export async function showHistory(work: Work, name: string, parameter: string): Promise<z.infer<typeof history>> {
  await packNamed(work, name)
  const { packs } = await editionInUse(work)
  const { line, parameters } = standardsOn(packs, name, work.today)
  const standard = parameters.find(one => one.parameter.name === parameter || one.parameter.id === parameter)
  if (!standard) throw problems.of('policies.parameter-unknown', { parameter })
  const signed = await signaturesAlong(work, line)
  const { label, unit, name: called } = standard.parameter
  const items = standard.entries.map(({ entry, pack }) => {
    const { title, level } = packs.packs.get(pack)!
    return {
      ...valueOn(standard, { entry, pack }),
      ...{ packTitle: title, level, inForce: entry === standard.chosen?.entry },
      release: signatureOf(signed, { pack, programme: null, name: called }, entry.from, entry.place.file),
    }
  })
  return { ...{ pack: name, name: called, label, unit, next: null }, items: latestFirst(items) }
}

export async function showRuleHistory(
  work: Work,
  name: string,
  programme: string,
  rule: string,
): Promise<z.infer<typeof ruleHistory>> {
  await packNamed(work, name)
  const { packs } = await editionInUse(work)
  const known = rulesOn(packs, { pack: name, programme, date: work.today })
  const found = known.find(one => one.rule.name === rule || one.rule.id === rule)
  if (!found) throw problems.of('policies.rule-unknown', { rule })
  const signed = await signaturesAlong(work, standardsOn(packs, name, work.today).line)
  const { label, unit, name: called } = found.rule
  const items = found.entries.map(({ entry, pack }) => {
    const { title, level } = packs.packs.get(pack)!
    return {
      ...versionOn(entry, pack),
      ...{ packTitle: title, level, inForce: entry === found.chosen?.version },
      release: signatureOf(signed, { pack, programme, name: called }, entry.from, entry.placeAt(0).file),
    }
  })
  return { ...{ pack: name, name: called, label, unit, next: null }, items: latestFirst(items) }
}

function latestFirst<T extends { from: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
}

interface Signatures {
  readonly releases: readonly SignedRelease[]
  readonly names: ReadonlyMap<string, string>
}

async function signaturesAlong(work: Work, line: readonly Pack[]): Promise<Signatures> {
  const releases: SignedRelease[] = []
  for (const pack of line) releases.push(...(await selectSignedReleases(work, pack.name)))
  const people = releases.flatMap(({ author, releasedBy }) => [author, releasedBy])
  return { releases, names: await displayNamesOf(work, people) }
}

/** Who made it law: the last release that speaks of the day. */
function signatureOf(
  { releases, names }: Signatures,
  { pack, programme, name }: { pack: string; programme: string | null; name: string },
  from: string,
  file: string,
) {
  const spoken = releases.filter(
    release =>
      release.pack === pack &&
      release.changes.some(
        change =>
          (isOfRule(change) ? change.programme : null) === programme && nameOf(change) === name && change.from === from,
      ),
  )
  const last = file.endsWith('/published.yaml') ? spoken.at(-1) : undefined
  if (!last) return null
  const { seq, draftId, author, draftedAt, releasedBy, releasedAt } = last
  return {
    ...{ seq, draftId, replaced: spoken.length > 1 },
    drafted: { name: names.get(author) ?? '', at: draftedAt },
    released: { name: names.get(releasedBy) ?? '', at: releasedAt },
  }
}
