/** The facts a computation really read: only a change of one of them changes its result. */
import { useLanguage } from '../../language.tsx'
import type { TraceNode } from './case-views.ts'
import { useCaseWords } from './words.ts'

type Fact = TraceNode['facts'][number]

/** Every fact below a node, once, in the order in which it was read. Pure. */
export function factsRead(root: TraceNode): readonly Fact[] {
  const seen = new Map<string, Fact>()
  const walk = (node: TraceNode) => {
    for (const fact of node.facts) if (!fact.assumed) seen.set(`${fact.id} ${fact.member}`, fact)
    node.inputs.forEach(walk)
  }
  walk(root)
  return [...seen.values()]
}

export function WhatWouldChange({ root, members }: { root: TraceNode; members: readonly string[] }) {
  const t = useCaseWords()
  const { locale } = useLanguage()
  const facts = factsRead(root)
  if (facts.length === 0) return null
  return (
    <section>
      <h3>{t('sum.change')}</h3>
      <p className="small-print">{t('sum.change-lead')}</p>
      <ul className="facts-read">
        {facts.map(fact => (
          <li key={`${fact.id} ${fact.member}`}>
            {fact.member === undefined ? '' : `${members[fact.member] ?? fact.member + 1} `}
            {fact.name} <span className="figures">{fact.display[locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
