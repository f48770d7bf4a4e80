/** Fields about the people of the household: who was there, how they are, what they earn. */
import { ChoiceList } from '@doudi/light-ui'
import { type IncomeSeen, incomeKinds, type MemberSeen } from '@doudi/sync'
import type { JSX } from 'preact'
import type { Member } from '../data/wire.ts'
import { AmountField, OneOf, WordsField } from '../parts/form-fields.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { putAbout } from './visit-draft.ts'

interface PeopleProps<T> {
  readonly people: readonly Member[]
  readonly value: T | undefined
  readonly onChange: (value: T) => void
}

export function PresentPart({ people, value, onChange }: PeopleProps<readonly string[]>): JSX.Element {
  const { t, locale } = useSurroundings()
  const chosen = value ?? []
  return (
    <ChoiceList
      name="present"
      label={<span class="hidden-text">{t('part.present')}</span>}
      locale={locale}
      multiple
      choices={people.map(({ personId, name }) => ({ value: personId, label: <span class="name">{name}</span> }))}
      chosen={chosen}
      onChoose={(id, on) => onChange(on ? [...chosen, id] : chosen.filter(one => one !== id))}
    />
  )
}

export function MembersPart({ people, value, onChange }: PeopleProps<readonly MemberSeen[]>): JSX.Element {
  const { t } = useSurroundings()
  return (
    <>
      {people.map(({ personId, name }) => {
        const seen = value?.find(one => one.personId === personId)
        const set = <K extends keyof MemberSeen>(key: K, said: MemberSeen[K] | undefined) =>
          onChange(putAbout(value, personId, key, said))
        return (
          <div key={personId} class="person">
            <h3 class="name">{name}</h3>
            <OneOf
              name={`health-${personId}`}
              label={t('member.health')}
              values={['well', 'chronic', 'serious', 'disabled']}
              say={one => t(`health.${one}`)}
              value={seen?.health}
              onChange={one => set('health', one)}
            />
            <OneOf
              name={`labour-${personId}`}
              label={t('member.labour')}
              values={['able', 'weak', 'none']}
              say={one => t(`labour.${one}`)}
              value={seen?.labour}
              onChange={one => set('labour', one)}
            />
            <WordsField
              name={`work-${personId}`}
              label={t('member.work')}
              most={200}
              value={seen?.work}
              onChange={text => set('work', text)}
            />
            <WordsField
              name={`note-${personId}`}
              label={t('member.note')}
              most={500}
              value={seen?.note}
              onChange={text => set('note', text)}
            />
          </div>
        )
      })}
    </>
  )
}

export function IncomesPart({ people, value = [], onChange }: PeopleProps<readonly IncomeSeen[]>): JSX.Element {
  const { t, locale } = useSurroundings()
  return (
    <>
      {people.map(({ personId, name }) => {
        const own = value.filter(one => one.personId === personId)
        return (
          <div key={personId} class="person">
            <h3 class="name">{name}</h3>
            <ChoiceList
              name={`incomes-${personId}`}
              label={t('income.kinds')}
              locale={locale}
              multiple
              choices={incomeKinds.map(kind => ({
                value: kind,
                label: t(`income.${kind}`),
                more: <Income income={own.find(one => one.kind === kind)} onChange={change} />,
              }))}
              chosen={own.map(({ kind }) => kind)}
              onChoose={(kind, on) => choose(personId, kind as IncomeSeen['kind'], on)}
            />
          </div>
        )
      })}
    </>
  )

  function choose(personId: string, kind: IncomeSeen['kind'], on: boolean): void {
    const others = value.filter(one => one.personId !== personId || one.kind !== kind)
    onChange(on ? [...others, { personId, kind, amountFen: 0, per: 'month' }] : others)
  }

  function change(income: IncomeSeen): void {
    onChange(value.map(one => (one.personId === income.personId && one.kind === income.kind ? income : one)))
  }
}

interface IncomeProps {
  readonly income: IncomeSeen | undefined
  readonly onChange: (income: IncomeSeen) => void
}

function Income({ income, onChange }: IncomeProps) {
  const { t } = useSurroundings()
  if (!income) return null
  const name = `${income.personId}-${income.kind}`
  const kind = t(`income.${income.kind}`)
  return (
    <>
      <AmountField
        name={`amount-${name}`}
        label={t('income.amount', { kind })}
        value={income.amountFen || undefined}
        onChange={fen => onChange({ ...income, amountFen: fen ?? 0 })}
      />
      <OneOf
        name={`per-${name}`}
        label={t('income.per', { kind })}
        values={['month', 'year']}
        say={per => t(`per.${per}`)}
        value={income.per}
        onChange={per => onChange({ ...income, per })}
      />
    </>
  )
}
