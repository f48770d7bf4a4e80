/** A pack on a day as people see it: its values, its relations, its rules in words, and the history of one value. */
import {
  boundText,
  type ComingValue,
  comingAfter,
  type Pack,
  programmesOf,
  rulesInWords,
  type StandardOnDay,
  settingText,
  showSetting,
  standardsOn,
} from '@doudi/policy'
import type { z } from 'zod'
import { displayNamesOf } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { history, ParameterOnPage, packList, packPage, rulesPage } from './contract.ts'
import { editionInUse } from './current-edition.ts'
import { ownDivisionOf, packNamed } from './find-draft.ts'
import { problems } from './problems.ts'
import { programmeInForce } from './programme.ts'
import { type SignedRelease, selectSignedReleases } from './release.sql.ts'

type Value = NonNullable<ParameterOnPage['current']>
type Entries = StandardOnDay['entries']

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
  const inForce = await programmeInForce(work, { pack, programme, date })
  const items = rulesInWords(inForce).map(rule => ({ ...rule, citation: { unverified: false, ...rule.citation } }))
  return { pack, programme, title: inForce.title, date, items, next: null }
}

export async function showHistory(work: Work, name: string, parameter: string): Promise<z.infer<typeof history>> {
  await packNamed(work, name)
  const { packs } = await editionInUse(work)
  const { line, parameters } = standardsOn(packs, name, work.today)
  const standard = parameters.find(one => one.parameter.name === parameter || one.parameter.id === parameter)
  if (!standard) throw problems.of('policies.parameter-unknown', { parameter })
  const releases: SignedRelease[] = []
  for (const pack of line) releases.push(...(await selectSignedReleases(work, pack.name)))
  const names = await displayNamesOf(
    work,
    releases.flatMap(({ author, releasedBy }) => [author, releasedBy]),
  )
  const items = standard.entries.map(spoken => {
    const { title, level } = packs.packs.get(spoken.pack)!
    return {
      ...valueOn(standard, spoken),
      ...{ packTitle: title, level, inForce: spoken.entry === standard.chosen?.entry },
      release: signatureOf(releases, standard.parameter.name, spoken, names),
    }
  })
  const { label, unit } = standard.parameter
  return {
    ...{ pack: name, name: standard.parameter.name, label, unit, next: null },
    items: items.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
  }
}

/** Who made it law: the last release that speaks of the day. */
function signatureOf(
  releases: readonly SignedRelease[],
  parameter: string,
  { entry, pack }: Entries[number],
  names: ReadonlyMap<string, string>,
) {
  const spoken = releases.filter(
    release =>
      release.pack === pack &&
      release.changes.some(change => change.parameter === parameter && change.from === entry.from),
  )
  const last = entry.place.file.endsWith('/published.yaml') ? spoken.at(-1) : undefined
  if (!last) return null
  const { seq, draftId, author, draftedAt, releasedBy, releasedAt } = last
  return {
    ...{ seq, draftId, replaced: spoken.length > 1 },
    drafted: { name: names.get(author) ?? '', at: draftedAt },
    released: { name: names.get(releasedBy) ?? '', at: releasedAt },
  }
}
