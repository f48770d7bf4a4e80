/** The right half: one thing at a time, chosen in the address so that Back and reload keep it. */
import { Link, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { CaseDetail } from '../../views.ts'
import { CaseJournal } from './case-journal.tsx'
import { EvidenceTab } from './evidence-tab.tsx'
import { LettersTab } from './letters-tab.tsx'
import { NoticeTab } from './notice-tab.tsx'
import { SumTab } from './sum-tab.tsx'
import { VerificationTab } from './verification-tab.tsx'
import { VisitsTab } from './visits-tab.tsx'
import { useCaseWords } from './words.ts'

const tabs = {
  evidence: EvidenceTab,
  sum: SumTab,
  verification: VerificationTab,
  visits: VisitsTab,
  notice: NoticeTab,
  letters: LettersTab,
  journal: CaseJournal,
} as const satisfies Record<string, ComponentType<{ item: CaseDetail }>>

type Tab = keyof typeof tabs
const isTab = (text: string | undefined): text is Tab => text !== undefined && text in tabs

/** The tab somebody needs who opened the case from the queue: where its next step is taken. */
function usual({ status, documents }: CaseDetail): Tab {
  if (status === 'awaiting-decision' || status === 'proposed') return 'sum'
  if (status === 'publicising' || status === 'objected') return 'notice'
  if (status === 'approved' || status === 'refused') return 'letters'
  return status === 'investigating' || documents.length === 0 ? 'verification' : 'evidence'
}

export function CaseTabs({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const { tab } = useSearch({ from: '/shell/cases/$caseId' })
  const chosen = isTab(tab) ? tab : usual(item)
  const Chosen = tabs[chosen]
  return (
    <section className="case-work" aria-label={t('tabs')}>
      <nav className="views case-tabs" aria-label={t('tabs')}>
        {(Object.keys(tabs) as Tab[]).map(each => (
          <Link key={each} to="." search={{ tab: each }} replace aria-current={each === chosen ? 'page' : undefined}>
            {t(`tab.${each}`)}
            <Count item={item} tab={each} />
          </Link>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls is moved with the arrow keys */}
      <div className="case-panel" tabIndex={0}>
        <Chosen item={item} />
      </div>
    </section>
  )
}

function Count({ item, tab }: { item: CaseDetail; tab: Tab }) {
  const open = item.state.objections.filter(objection => objection.finding === null).length
  const count = { evidence: item.documents.length, notice: open, visits: item.state.visits.length }[tab as string]
  return count ? <span className="rail-count"> {count}</span> : null
}
