/** The parts of the form that people usually leave as they were, each with what the last visit saw. */
import type { VisitRecord } from '@doudi/sync'
import type { JSX } from 'preact'
import type { Household } from '../data/wire.ts'
import { summaryOf } from '../parts/summary.ts'
import { VisitSection } from '../parts/visit-section.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { DebtsPart, HousePart, LivingPart, PropertyPart } from './house-parts.tsx'
import { IncomesPart, MembersPart, PresentPart } from './people-parts.tsx'
import { isFilled, lastTime, type Section, sections, type VisitDraft, withForm } from './visit-draft.ts'

interface Props {
  readonly draft: VisitDraft
  readonly household: Household | undefined
  readonly onChange: (draft: VisitDraft) => void
}

export function FormParts({ draft, household, onChange }: Props): JSX.Element {
  const { t } = useSurroundings()
  const set = (change: Partial<VisitRecord>) => onChange(withForm(draft, change))
  const people = household?.members ?? []
  const { form } = draft
  const fields: Readonly<Record<Section, () => JSX.Element>> = {
    present: () => <PresentPart people={people} value={form.present} onChange={present => set({ present })} />,
    house: () => <HousePart value={form.house} onChange={house => set({ house })} />,
    living: () => <LivingPart value={form.living} onChange={living => set({ living })} />,
    members: () => <MembersPart people={people} value={form.members} onChange={members => set({ members })} />,
    incomes: () => <IncomesPart people={people} value={form.incomes} onChange={incomes => set({ incomes })} />,
    property: () => <PropertyPart value={form.property} onChange={property => set({ property })} />,
    debts: () => <DebtsPart value={form.debts} onChange={debts => set({ debts })} />,
  }
  return (
    <div class="parts">
      {sections.map(section => {
        const last = lastTime(household, section)
        return (
          <VisitSection
            key={section}
            id={section}
            title={t(`part.${section}`)}
            filled={isFilled(draft, section)}
            summary={summaryOf(section, form[section], household, t)}
            last={summaryOf(section, last, household, t)}
            onSame={() => last !== undefined && set({ [section]: last })}
          >
            {fields[section]()}
          </VisitSection>
        )
      })}
    </div>
  )
}
