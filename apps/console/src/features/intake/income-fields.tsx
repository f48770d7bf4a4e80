/** Income asked source by source, never as a total; not being sure is an answer. */
import { Button, Checkbox, Input } from 'antd'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { useProblemWords } from '../../problems.tsx'
import { useNames } from '../../words.ts'
import { type IncomeDraft, readAmount } from './intake-form.ts'
import { useIntakeWords } from './words.ts'

const kinds = ['wage', 'farming', 'business', 'property', 'pension', 'support', 'subsidy', 'other'] as const

interface IncomeFieldsProps {
  readonly incomes: readonly IncomeDraft[]
  readonly whose: string
  readonly wrong: (field: string) => string | undefined
  readonly onChange: (incomes: readonly IncomeDraft[]) => void
}

export function IncomeFields({ incomes, whose, wrong, onChange }: IncomeFieldsProps) {
  const t = useIntakeWords()
  const put = (place: number, changes: Partial<IncomeDraft>) =>
    onChange(incomes.map((income, at) => (at === place ? { ...income, ...changes } : income)))
  return (
    <div className="incomes">
      <p className="field-legend">
        {t('part.income', { name: whose })} <span className="optional">{t('income.none')}</span>
      </p>
      {incomes.map((income, place) => (
        <IncomeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an income has no name of its own and keeps its place
          key={place}
          income={income}
          wrong={wrong(`incomes/${place}/amountFen`)}
          onChange={changes => put(place, changes)}
          onRemove={() => onChange(incomes.filter((_, at) => at !== place))}
        />
      ))}
      <Button
        size="small"
        onClick={() => onChange([...incomes, { kind: 'wage', amount: '', unsure: false, per: 'month' }])}
      >
        {t('income.add')}
      </Button>
    </div>
  )
}

interface IncomeRowProps {
  readonly income: IncomeDraft
  readonly wrong: string | undefined
  readonly onChange: (changes: Partial<IncomeDraft>) => void
  readonly onRemove: () => void
}

function IncomeRow({ income, wrong, onChange, onRemove }: IncomeRowProps) {
  const t = useIntakeWords()
  const name = useNames()
  const { say } = useProblemWords()
  const read = readAmount(income.amount)
  return (
    <div className="intake-row income-row">
      <Field label={t('income.kind')}>
        <Choice
          value={income.kind}
          options={kinds.map(kind => [kind, name('income', kind)] as const)}
          onChoose={kind => onChange({ kind })}
        />
      </Field>
      <Field label={t('income.amount')} wrong={read.ok || income.amount === '' ? wrong : say(read.issue.code)}>
        <Input
          inputMode="decimal"
          value={income.unsure ? '' : income.amount}
          disabled={income.unsure}
          onChange={event => onChange({ amount: event.target.value })}
        />
      </Field>
      <Field label={t('income.per')}>
        <Choice
          value={income.per}
          options={[
            ['month', t('income.month')],
            ['year', t('income.year')],
          ]}
          onChoose={per => onChange({ per })}
        />
      </Field>
      <div className="intake-ticks">
        <Checkbox checked={income.unsure} onChange={event => onChange({ unsure: event.target.checked })}>
          {t('income.unsure')}
        </Checkbox>
        <Button size="small" onClick={onRemove}>
          {t('income.remove')}
        </Button>
      </div>
    </div>
  )
}
