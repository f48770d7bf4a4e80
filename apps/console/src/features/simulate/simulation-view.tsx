/** One simulation: how far it has come, then its bill, who is touched, by category and by area, and the names. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useProblemWords } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import { BillTable, count, Moves } from './bill-tables.tsx'
import { Breakdown } from './breakdown.tsx'
import { ChangeTable } from './change-table.tsx'
import { useDraftWords } from './draft-words.ts'
import { NamesList } from './names-list.tsx'
import { type NamedChange, type Simulation, simulationQuery } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

export function SimulationView({ id }: { id: string }) {
  const question = useQuery(simulationQuery(id))
  return (
    <section className="sheet simulation" aria-live="polite">
      <QueryView of={question}>{simulation => <Shown simulation={simulation} />}</QueryView>
    </section>
  )
}

function Shown({ simulation }: { simulation: Simulation }) {
  const t = useSimulateWords()
  if (simulation.status === 'failed') return <Failed problem={simulation.problem} />
  if (!simulation.result) return <Running simulation={simulation} />
  return (
    <>
      <h2>{t('result.title')}</h2>
      <About simulation={simulation} />
      <Sums simulation={simulation} result={simulation.result} />
    </>
  )
}

function Running({ simulation: { status, done, total } }: { simulation: Simulation }) {
  const t = useSimulateWords()
  const words = status === 'waiting' ? t('running.waiting') : t('running.done', { done, total })
  return (
    <p>
      <progress value={done} max={Math.max(total, 1)} aria-label={words} /> {words}
    </p>
  )
}

function Failed({ problem }: { problem: Simulation['problem'] }) {
  const t = useSimulateWords()
  const { say } = useProblemWords()
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        <strong>{t('failed')}</strong>
      </p>
      {problem && <p>{say(problem.code, problem.details)}</p>}
    </div>
  )
}

function About({ simulation }: { simulation: Simulation }) {
  const t = useSimulateWords()
  const name = useNames()
  const { fullDay } = useDates()
  const sayVariant = useSimulateNames()
  const say = useDraftWords()
  const { over, divisionName, programme, date, result, drafts } = simulation
  const households = count(result?.households ?? 0)
  const values = { division: divisionName, programme: name('programme', programme), count: households }
  return (
    <>
      <dl className="tried">
        {drafts.map((draft, i) => (
          <div key={drafts.indexOf(draft)}>
            <dt>{sayVariant('variant', result?.variants[i + 1]?.name ?? 'draft')}</dt>
            <dd>{say(draft)}</dd>
          </div>
        ))}
      </dl>
      <p className="small-print">
        {over === 'decisions'
          ? t('result.about-decisions', values)
          : t('result.about', { ...values, day: fullDay(date) })}
        {over === 'synthetic' && <strong> {t('result.invented')}</strong>}
      </p>
    </>
  )
}

interface Listed {
  readonly comparison: number
  readonly change: NamedChange
}

function Sums({ simulation, result }: { simulation: Simulation; result: NonNullable<Simulation['result']> }) {
  const [listed, setListed] = useState<Listed>()
  const may = useMay()
  const name = useSimulateNames()
  const { locale } = useLanguage()
  const category = (id: string) => result.categories[id]?.[locale] ?? id
  const t = useSimulateWords()
  const area = (code: string) => result.areas[code] ?? t('area.number', { number: code })
  return (
    <>
      <BillTable result={result} />
      {result.comparisons.map((comparison, i) => (
        <div key={`${comparison.before}-${comparison.after}`}>
          <h3>
            {t('change.title', {
              before: name('variant', comparison.before),
              after: name('variant', comparison.after),
            })}
          </h3>
          <ChangeTable
            comparison={comparison}
            paid={result.variants[0]?.paid ?? 'monthly'}
            {...(simulation.named && may('insight.simulate')
              ? { onList: change => setListed({ comparison: i, change }) }
              : {})}
          />
          <Moves moves={comparison.moves} category={category} />
          {listed?.comparison === i && (
            <NamesList key={listed.change} id={simulation.id} {...listed} category={category} />
          )}
        </div>
      ))}
      <Breakdown result={result} category={category} area={area} />
    </>
  )
}
