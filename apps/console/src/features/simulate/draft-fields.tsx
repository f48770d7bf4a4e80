/** One draft: values changed by hand, beside what they are now and what they may be, or one that is written for release. */
import { Button, Input } from 'antd'
import { newKey } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import type { AskedDraft, Parameter, WrittenHead } from './simulate-queries.ts'
import { useSimulateWords } from './words.ts'
import { WrittenDraft } from './written-draft.tsx'

interface DraftRow {
  readonly key: string
  readonly parameter: string
  readonly value: string
}

const newRow = (): DraftRow => ({ key: newKey(), parameter: '', value: '' })

export interface DraftEntry {
  /** The draft written for release; empty: values by hand. */
  readonly written: string
  readonly rows: readonly DraftRow[]
}

export const newEntry = (written = ''): DraftEntry => ({ written, rows: [newRow()] })

/** Null while it says nothing. */
export function askedOf({ written, rows }: DraftEntry): AskedDraft | null {
  if (written) return { draftId: written }
  const values = rows
    .filter(row => row.parameter && row.value.trim())
    .map(({ parameter, value }) => ({ parameter, value: value.trim() }))
  return values.length > 0 ? { values } : null
}

interface DraftFieldsProps {
  readonly title: string
  readonly parameters: readonly Parameter[]
  readonly written: readonly WrittenHead[]
  readonly entry: DraftEntry
  readonly onChange: (entry: DraftEntry) => void
}

export function DraftFields({ title, parameters, written, entry, onChange }: DraftFieldsProps) {
  const t = useSimulateWords()
  return (
    <fieldset className="draft">
      <legend className="field-legend">{title}</legend>
      {written.length > 0 && (
        <Field label={t('draft.source')}>
          <Choice
            value={entry.written}
            empty={t('draft.by-hand')}
            options={written.map(one => [one.id, t('draft.written', { title: one.title })] as const)}
            onChoose={id => onChange({ ...entry, written: id })}
          />
        </Field>
      )}
      {entry.written ? (
        <WrittenDraft id={entry.written} />
      ) : (
        <ValueRows parameters={parameters} rows={entry.rows} onChange={rows => onChange({ ...entry, rows })} />
      )}
    </fieldset>
  )
}

interface ValueRowsProps {
  readonly parameters: readonly Parameter[]
  readonly rows: readonly DraftRow[]
  readonly onChange: (rows: readonly DraftRow[]) => void
}

function ValueRows({ parameters, rows, onChange }: ValueRowsProps) {
  const t = useSimulateWords()
  const change = (key: string, part: Partial<DraftRow>) =>
    onChange(rows.map(row => (row.key === key ? { ...row, ...part } : row)))
  return (
    <>
      {rows.map(row => (
        <div key={row.key} className="filters">
          <ParameterField {...{ parameters, row }} onChoose={parameter => change(row.key, { parameter, value: '' })} />
          <ValueField
            parameter={parameters.find(({ name }) => name === row.parameter)}
            value={row.value}
            onChange={value => change(row.key, { value })}
          />
          {rows.length > 1 && (
            <Button size="small" onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
              {t('draft.drop')}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, newRow()])}>
        {t('draft.another')}
      </Button>
    </>
  )
}

function ParameterField({
  parameters,
  row,
  onChoose,
}: {
  parameters: readonly Parameter[]
  row: DraftRow
  onChoose: (parameter: string) => void
}) {
  const t = useSimulateWords()
  const { locale } = useLanguage()
  const chosen = parameters.find(({ name }) => name === row.parameter)
  return (
    <Field
      label={t('draft.parameter')}
      hint={chosen && (chosen.display ? t('draft.now', { value: chosen.display[locale] }) : t('draft.unset'))}
    >
      <Choice
        value={row.parameter}
        empty={t('draft.choose')}
        options={parameters.map(({ name, label }) => [name, label[locale]] as const)}
        onChoose={onChoose}
      />
    </Field>
  )
}

function ValueField({
  parameter,
  value,
  onChange,
}: {
  parameter: Parameter | undefined
  value: string
  onChange: (value: string) => void
}) {
  const t = useSimulateWords()
  const { locale } = useLanguage()
  if (parameter?.type === 'choice' || parameter?.type === 'yes-no') {
    const options =
      parameter.type === 'choice'
        ? parameter.options.map(option => [option.value, option.label[locale]] as const)
        : ([
            ['true', '✓'],
            ['false', '✗'],
          ] as const)
    return (
      <Field label={t('draft.value')}>
        <Choice value={value} empty={t('draft.choose')} options={options} onChoose={onChange} />
      </Field>
    )
  }
  const bounds = parameter?.min !== undefined && parameter.min !== null && parameter.max !== null
  return (
    <Field
      label={parameter?.unit && locale === 'zh-CN' ? `${t('draft.value')}（${parameter.unit}）` : t('draft.value')}
      hint={bounds ? t('draft.bounds', { min: parameter.min!, max: parameter.max! }) : undefined}
    >
      <Input
        inputMode={parameter?.type === 'date' ? undefined : 'decimal'}
        type={parameter?.type === 'date' ? 'date' : 'text'}
        disabled={!parameter}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </Field>
  )
}
