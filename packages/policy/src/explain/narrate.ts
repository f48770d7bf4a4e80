/** The tree of an evaluation as sentences, one for each quantity, from the answer down to the facts. */
import type { FactUse, Obstacles, ParameterUse, TraceNode } from '../evaluation.ts'
import type { Citation, Wording } from '../schema/citation.ts'

/** Each quantity once, where it is first needed. Only Chinese has the formula in words; English shows it as written. */
export function narrate(trace: TraceNode): Wording[] {
  return trace.inputs.flatMap(narrateNode)
}

function narrateNode(node: TraceNode): Wording[] {
  return node.repeated ? [] : [sentence(node), ...node.inputs.flatMap(narrateNode)]
}

function sentence(node: TraceNode): Wording {
  const zh = [
    `${whose(node.member, 'zh-CN')}${node.name}：${node.display['zh-CN']}`,
    `算法：${node.formulaInWords}${node.rowsHit ? rowsHit(node.rowsHit, 'zh-CN') : ''}`,
    ...used(node, 'zh-CN'),
    ...(node.citation ? [`依据《${node.citation.title}》${node.citation.clause}`] : []),
  ]
  const en = [
    `${whose(node.member, 'en')}${node.name}: ${node.display.en}`,
    `formula: ${node.formula.replace(/\s+/g, ' ')}${node.rowsHit ? rowsHit(node.rowsHit, 'en') : ''}`,
    ...used(node, 'en'),
    ...(node.citation ? [`《${node.citation.title}》${node.citation.clause}`] : []),
  ]
  return { 'zh-CN': `${zh.join('。')}。`, en: `${en.join('; ')}.` }
}

function whose(member: number | undefined, locale: 'zh-CN' | 'en'): string {
  if (member === undefined) return ''
  return locale === 'en' ? `member ${member + 1}, ` : `第 ${member + 1} 位成员的`
}

function rowsHit(rows: readonly number[], locale: 'zh-CN' | 'en'): string {
  if (rows.length === 0) return locale === 'en' ? ' (default row)' : '（用的是默认值）'
  return locale === 'en' ? ` (row ${rows.join(', ')})` : `（命中第 ${rows.join('、')} 行）`
}

/** What the formula read, with its value and where that comes from; what nobody stated comes last. */
function used(node: TraceNode, locale: 'zh-CN' | 'en'): string[] {
  const between = locale === 'en' ? ', ' : '、'
  const prefix = (member: number | undefined) => (member === node.member ? '' : whose(member, locale))
  const fact = (one: FactUse) => `${prefix(one.member)}${one.name} ${one.display[locale]}${origin(one, locale)}`
  const values = [
    ...node.inputs.map(input => `${prefix(input.member)}${input.name} ${input.display[locale]}`),
    ...node.facts.filter(one => !one.assumed).map(fact),
    ...node.parameters.map(parameter => parameterWords(parameter, locale)),
  ]
  const assumed = node.facts.filter(one => one.assumed).map(fact)
  return [
    ...(values.length > 0 ? [`${locale === 'en' ? 'used: ' : '用到：'}${values.join(between)}`] : []),
    ...(assumed.length > 0
      ? [`${locale === 'en' ? 'not given, assumed: ' : '没有填写、按默认算的：'}${assumed.join(between)}`]
      : []),
  ]
}

function origin({ source, date }: FactUse, locale: 'zh-CN' | 'en'): string {
  const from = source === null ? null : sourceWords(source, locale)
  const parts = [from, date].filter(part => part !== null)
  if (parts.length === 0) return ''
  return locale === 'en' ? ` (${parts.join(', ')})` : `（${parts.join('，')}）`
}

const sources: Readonly<Record<string, Wording>> = {
  declared: { 'zh-CN': '本人申报', en: 'declared' },
  visit: { 'zh-CN': '入户调查', en: 'home visit' },
  verification: { 'zh-CN': '部门核对', en: 'checked with the department' },
}

function sourceWords(source: string, locale: 'zh-CN' | 'en'): string {
  return sources[source.split(':')[0]!]?.[locale] ?? source
}

function parameterWords({ name, display, citation, from }: ParameterUse, locale: 'zh-CN' | 'en'): string {
  const clause = citation ? `《${citation.title}》${citation.clause}` : ''
  const since = locale === 'en' ? `since ${from}` : `${from} 起`
  const written = [clause, since].filter(Boolean).join(locale === 'en' ? ', ' : '，')
  return `${name} ${display[locale]}${locale === 'en' ? ` (${written})` : `（${written}）`}`
}

/** What stands in the way, as sentences; of alternatives the later ones begin with 或者. */
export function sayObstacles(obstacles: Obstacles): Wording[] {
  return obstacles.of.flatMap((part, i) => {
    const said = 'need' in part ? sayObstacles(part) : [withClause(part.text, part.citation)]
    return obstacles.need === 'any' && i > 0 ? said.map((line, n) => (n === 0 ? otherwise(line) : line)) : said
  })
}

function otherwise({ 'zh-CN': zh, en }: Wording): Wording {
  return { 'zh-CN': `或者：${zh}`, en: `Or: ${en}` }
}

function withClause(text: Wording, citation: Citation | null): Wording {
  if (!citation) return text
  const clause = `《${citation.title}》${citation.clause}`
  return { 'zh-CN': `${text['zh-CN']}（依据：${clause}）`, en: `${text.en} (${clause})` }
}
