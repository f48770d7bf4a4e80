/** The computation opened step by step: each value with its formula, the clause it rests on, and the facts it read. */
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { useNames } from '../../words.ts'
import type { TraceNode } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function isTrace(value: unknown): value is TraceNode {
  return typeof value === 'object' && value !== null && 'formula' in value && 'inputs' in value
}

export function TraceTree({ root, members }: { root: TraceNode; members: readonly string[] }) {
  const t = useCaseWords()
  return (
    <section>
      <h3>{t('sum.trace')}</h3>
      <ul className="trace">
        <Node node={root} members={members} open />
      </ul>
    </section>
  )
}

interface NodeProps {
  readonly node: TraceNode
  readonly members: readonly string[]
  readonly open?: boolean
}

function Node({ node, members, open = false }: NodeProps) {
  const t = useCaseWords()
  const { fullDay } = useDates()
  const { locale } = useLanguage()
  const whose = node.member === undefined ? '' : ` · ${members[node.member] ?? node.member + 1}`
  const line = (
    <>
      {node.name}
      {whose} = <strong className="figures">{node.display[locale]}</strong>
    </>
  )
  if (node.repeated)
    return (
      <li className="trace-leaf">
        {line} <span className="microline">{t('trace.repeated')}</span>
      </li>
    )
  return (
    <li>
      <details open={open}>
        <summary>{line}</summary>
        <code lang="zh-CN">{node.formula}</code>
        {node.rowsHit && (
          <p className="microline">
            {node.rowsHit.length > 0 ? t('trace.rows', { rows: node.rowsHit.join('、') }) : t('trace.default-row')}
          </p>
        )}
        <Source citation={node.citation} since={node.from} />
        <ul>
          {node.parameters.map(parameter => (
            <li key={parameter.id} className="trace-leaf">
              {t('trace.parameter')} · {parameter.name} ={' '}
              <strong className="figures">{parameter.display[locale]}</strong>
              <Source citation={parameter.citation} since={parameter.from} />
            </li>
          ))}
          {node.facts.map(fact => (
            <li key={`${fact.id} ${fact.member}`} className="trace-leaf">
              {fact.assumed ? t('trace.assumed') : t('trace.fact')} · {fact.name}
              {fact.member === undefined ? '' : ` · ${members[fact.member] ?? fact.member + 1}`} ={' '}
              <strong className="figures">{fact.display[locale]}</strong>
              <FactSource source={fact.source} date={fact.date && fullDay(fact.date)} />
            </li>
          ))}
          {node.inputs.map(input => (
            <Node key={`${input.id} ${input.member}`} node={input} members={members} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function Source({ citation, since }: { citation: TraceNode['citation']; since: string }) {
  const t = useCaseWords()
  return (
    <span className="microline">
      {citation && `${citation.title} ${citation.clause} · `}
      {t('trace.from', { from: since })}
    </span>
  )
}

function FactSource({ source, date }: { source: string | null; date: string | null }) {
  const name = useNames()
  if (!source && !date) return null
  return <span className="microline">{[source && name('source', source), date].filter(Boolean).join(' · ')}</span>
}
