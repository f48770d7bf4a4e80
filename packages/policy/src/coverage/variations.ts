/**
 * Where the documents of the places differ, row by row: which parameters, formulas and steps carry the row, and which
 * packs' documents speak of it. A pack whose document is silent must not set a value, but leave it open or inherit it.
 */
import { chooseParameters } from '../packs/assemble.ts'
import { lineage, type Pack, type PackSet } from '../packs/pack.ts'
import { Report } from '../packs/report.ts'
import { Shape } from '../packs/shape.ts'
import { readYaml } from '../packs/yaml.ts'
import type { Parameter, Setting } from '../params/parameter.ts'
import { isSeveral } from '../params/parameter.ts'
import type { PolicyProblem } from '../problem.ts'
import { toDecimal } from '../rational/rational.ts'
import type { Wording } from '../schema/citation.ts'
import { parametersReadByFormulas } from './read-by-formulas.ts'

export interface Variation {
  readonly row: number
  readonly about: Wording
  /** Packs whose documents say something about it. */
  readonly speaks: readonly string[]
  readonly carriers: readonly Carrier[]
}

export interface Carrier {
  readonly kind: 'parameter' | 'rule' | 'step'
  /** Null for a parameter, which belongs to no programme. */
  readonly programme: string | null
  readonly name: string
}

export interface VariationsFile {
  readonly packs: readonly string[]
  readonly rows: readonly Variation[]
  readonly problems: readonly PolicyProblem[]
}

export function readVariations(file: string, source: string): VariationsFile {
  const report = new Report()
  const yaml = readYaml(file, source, report)
  if (!yaml) return { packs: [], rows: [], problems: report.problems }
  const shape = new Shape(yaml, ['packs', 'rows'], report)
  const packs = shape.texts('packs')
  const rows = shape.shapes('rows', ['row', 'about', 'speaks', 'parameters', 'rules', 'steps']).map(entry => ({
    row: entry.wholeNumber('row'),
    about: entry.wording('about'),
    speaks: entry.choices('speaks', packs),
    carriers: [
      ...entry.texts('parameters').map(name => ({ kind: 'parameter', programme: null, name }) as const),
      ...entry.texts('rules').map(text => inProgramme('rule', text)),
      ...entry.texts('steps').map(text => inProgramme('step', text)),
    ],
  }))
  return { packs, rows, problems: report.problems }
}

/** `dibao 可渐退月数`: the programme, a blank, the name. */
function inProgramme(kind: 'rule' | 'step', text: string): Carrier {
  const [programme = '', name = ''] = text.split(' ')
  return { kind, programme, name }
}

/** `set` and `unset` are the pack's own word; `inherited` comes from above; `open` nobody has set; `absent` is unknown. */
export interface Standing {
  readonly state: 'set' | 'unset' | 'inherited' | 'open' | 'absent'
  /** As a reader of the table sees it; empty where nothing is set here. */
  readonly value: string
}

export function standingOf({ packs }: PackSet, pack: string, carrier: Carrier): Standing {
  const line = lineage(packs, pack)
  return carrier.kind === 'parameter' ? parameterStanding(line, carrier.name) : partStanding(line, carrier)
}

function parameterStanding(line: readonly Pack[], name: string): Standing {
  const found = chooseParameters(line, '9999-12-31').get(name)
  if (!found) return { state: 'absent', value: '' }
  const own = line.at(-1)!.entries.get(name)?.at(-1)
  if (own)
    return own.value === null
      ? { state: 'unset', value: '' }
      : { state: 'set', value: words(own.value, found.parameter) }
  return { state: found.chosen?.entry.value == null ? 'open' : 'inherited', value: '' }
}

function words(value: Setting, { unit }: Parameter): string {
  if (isSeveral(value)) return value.join('、') || '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? value : `${toDecimal(value)}${unit === '' ? '' : ` ${unit}`}`
}

function partStanding(line: readonly Pack[], carrier: Carrier): Standing {
  const owners = line.filter(pack => holds(pack, carrier))
  if (owners.length === 0) return { state: 'absent', value: '' }
  if (owners.at(-1) !== line.at(-1)) return { state: 'inherited', value: '' }
  return { state: 'set', value: carrier.kind === 'rule' ? '公式' : '程序' }
}

function holds(pack: Pack, { kind, programme, name }: Carrier): boolean {
  const layer = pack.programmes.get(programme!)
  if (kind === 'rule')
    return [...(layer?.rules?.declared ?? []).map(({ rule }) => rule), ...(layer?.rules?.overrides ?? [])].some(
      rule => rule.name === name,
    )
  return (layer?.procedure ?? []).some(
    ({ clocks, stages, sections }) =>
      [...clocks, ...stages].some(({ id }) => id === name) || Object.hasOwn(sections, name),
  )
}

/** The file with the standing of each carrier in each place, ready to be shown. */
export interface VariationTable {
  readonly places: readonly string[]
  readonly rows: readonly (Omit<Variation, 'carriers'> & {
    readonly carriers: readonly ShownCarrier[]
  })[]
}

export interface ShownCarrier extends Carrier {
  readonly standing: Readonly<Record<string, Standing>>
  /** A parameter that no formula or check reads: a dated fact with its source, for people and screens. */
  readonly recorded: boolean
}

export function variationTable(packs: PackSet, { packs: places, rows }: VariationsFile): VariationTable {
  const read = new Set([...parametersReadByFormulas(packs)].map(key => key.slice(key.indexOf(' ') + 1)))
  const standings = (carrier: Carrier) =>
    Object.fromEntries(['national', ...places].map(place => [place, standingOf(packs, place, carrier)]))
  return {
    places: ['national', ...places],
    rows: rows.map(row => ({
      ...row,
      carriers: row.carriers.map(carrier => ({
        ...carrier,
        standing: standings(carrier),
        recorded: carrier.kind === 'parameter' && !read.has(carrier.name),
      })),
    })),
  }
}

/** What is wrong with the file as against the packs, in words. */
export function variationFaults(packs: PackSet, { packs: places, rows }: VariationsFile, last: number): string[] {
  const numbers = rows.map(({ row }) => row)
  const wanted = Array.from({ length: last }, (_, i) => i + 1)
  return [
    ...wanted.filter(row => !numbers.includes(row)).map(row => `row ${row} is missing`),
    ...numbers
      .filter((row, i) => !wanted.includes(row) || numbers.indexOf(row) !== i)
      .map(row => `row ${row} is one too many`),
    ...places.filter(place => !packs.packs.has(place)).map(place => `there is no pack ${place}`),
    ...rows.flatMap(variation => faultsOf(packs, places, variation)),
  ]
}

function faultsOf(packs: PackSet, places: readonly string[], { row, speaks, carriers }: Variation): string[] {
  if (carriers.length === 0) return [`row ${row} names nothing`]
  const absent = carriers
    .filter(carrier => places.every(place => standingOf(packs, place, carrier).state === 'absent'))
    .map(({ name }) => `row ${row}: no pack knows ${name}`)
  const ofPlace = places.flatMap(place => {
    const own = carriers.map(carrier => ({ carrier, ...standingOf(packs, place, carrier) }))
    const says = own.some(({ state }) => state === 'set' || state === 'unset')
    if (speaks.includes(place)) return says ? [] : [`row ${row}: ${place} speaks of it, but its pack says nothing`]
    return own
      .filter(({ state }) => state === 'set')
      .map(({ carrier }) => `row ${row}: ${place} is silent, but its pack sets ${carrier.name}`)
  })
  return [...absent, ...ofPlace]
}
