/** An identity number, checked in words while it is typed, and whether its person is already on record. */
import { ageOn, attempt, birthOf, type CalendarDate, parseIdentityNumber, sexOf } from '@doudi/kernel'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { read } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Field } from '../../parts/field.tsx'
import { useProblemWords } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import { useIntakeWords } from './words.ts'

interface IdentityFieldProps {
  readonly value: string
  readonly wrong: string | undefined
  readonly onChange: (value: string) => void
}

export function IdentityField({ value, wrong, onChange }: IdentityFieldProps) {
  const t = useIntakeWords()
  const name = useNames()
  const { say } = useProblemWords()
  const { fullDay } = useDates()
  const today = useMe().today as CalendarDate
  const checked = attempt(() => parseIdentityNumber(value, today))
  const complete = value.replace(/[\s-]/g, '').length >= 18
  const good = checked.ok
    ? t('identity.good', {
        sex: name('sex', sexOf(checked.value)),
        born: fullDay(birthOf(checked.value)),
        age: ageOn(birthOf(checked.value), today),
      })
    : undefined
  const bad = !checked.ok && complete ? say(checked.issue.code, checked.issue.details) : undefined
  return (
    <div>
      <Field label={t('identity')} good={good} wrong={bad ?? (checked.ok ? undefined : wrong)}>
        <Input
          value={value}
          inputMode="text"
          autoComplete="off"
          maxLength={24}
          onChange={event => onChange(event.target.value)}
        />
      </Field>
      {checked.ok && <AlreadyKnown number={value} />}
    </div>
  )
}

function AlreadyKnown({ number }: { number: string }) {
  const t = useIntakeWords()
  const { data } = useQuery({
    queryKey: ['households', number],
    queryFn: () => read('/households', { q: number.replace(/\s/g, ''), limit: 1 }),
    retry: false,
  })
  const known = data?.items[0]
  if (!known) return null
  return (
    <p className="notice notice-warning">
      {t('identity.known', { name: known.headName, village: known.villageName })}
      {known.openCase && `，${t('identity.open-case')}`}{' '}
      {known.openCase ? (
        <Link to="/cases/$caseId" params={{ caseId: known.openCase.id }}>
          {t('identity.open')}
        </Link>
      ) : (
        <Link to="/households/$householdId" params={{ householdId: known.id }}>
          {t('identity.open')}
        </Link>
      )}
    </p>
  )
}
