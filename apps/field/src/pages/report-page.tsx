/** 快报: five short fields and a number at once, with or without a line. */
import { Button, ChoiceList, ErrorSummary, type FieldError, Notice, TextField } from '@doudi/light-ui'
import type { QuickReport } from '@doudi/sync'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { newId, now } from '../clock.ts'
import { numberOf } from '../report-number.ts'
import { useSurroundings } from '../surroundings.tsx'
import type { Words } from '../words/index.ts'

type Answers = Record<'name' | 'division' | 'place' | 'what' | 'phone', string>
const empty: Answers = { name: '', division: '', place: '', what: '', phone: '' }

export function ReportPage(): JSX.Element {
  const { app, state, t, locale } = useSurroundings()
  const villages = state.pack?.villages ?? []
  const only = villages.length === 1 ? villages[0] : undefined
  const [answers, setAnswers] = useState(empty)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [number, setNumber] = useState<string>()
  const given = { ...answers, division: answers.division || only?.code || '' }
  const set = (field: keyof Answers, value: string) => setAnswers(before => ({ ...before, [field]: value }))
  const text = (field: keyof Answers) => ({
    ...{ name: field, label: t(`report.${field}` as 'report.name'), locale, value: answers[field] },
    error: errors.find(error => error.field === field)?.text,
    onInput: (event: Event) => set(field, (event.target as HTMLInputElement).value),
  })

  async function save(): Promise<void> {
    const wrong = wrongWith(given, t)
    setErrors(wrong)
    if (wrong.length > 0) return
    const { phone, ...rest } = given
    const content: QuickReport = phone ? { ...rest, phone } : rest
    const [id, capturedAt] = [newId(), now()]
    await app.field.local.hand({ id, kind: 'report.quick', capturedAt, content })
    setNumber(numberOf({ id, capturedAt }))
    setAnswers(empty)
    await app.written()
  }

  if (number)
    return (
      <>
        <h1>{t('report.number', { number })}</h1>
        <Notice kind="done" title={t('report.done')}>
          <p>{t('report.waits')}</p>
        </Notice>
        <Button type="button" kind="secondary" block onClick={() => setNumber(undefined)}>
          {t('report.more')}
        </Button>
      </>
    )
  if (villages.length === 0)
    return (
      <>
        <h1>{t('report.title')}</h1>
        <p>{t('report.no-villages')}</p>
      </>
    )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h1>{t('report.title')}</h1>
      <p>{t('report.lead')}</p>
      <ErrorSummary locale={locale} errors={errors} />
      <TextField {...text('name')} hint={t('report.name.hint')} maxLength={50} />
      {only ? null : (
        <ChoiceList
          name="division"
          label={t('report.village')}
          locale={locale}
          error={errors.find(({ field }) => field === 'division')?.text}
          choices={villages.map(({ code, name }) => ({ value: code, label: name }))}
          chosen={[answers.division]}
          inRow
          onChoose={code => set('division', code)}
        />
      )}
      <TextField {...text('place')} maxLength={200} />
      <TextField {...text('what')} lines={3} maxLength={1000} />
      <TextField {...text('phone')} optional inputMode="tel" maxLength={20} />
      <Button block>{t('report.save')}</Button>
    </form>
  )
}

function wrongWith({ name, division, place, what, phone }: Answers, t: Words): FieldError[] {
  const wrong: FieldError[] = []
  if (!name.trim()) wrong.push({ field: 'name', text: t('report.name.none') })
  if (!division) wrong.push({ field: 'division', text: t('report.village.none') })
  if (!place.trim()) wrong.push({ field: 'place', text: t('report.place.none') })
  if (!what.trim()) wrong.push({ field: 'what', text: t('report.what.none') })
  if (phone && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone.replace(/\s/g, '')))
    wrong.push({ field: 'phone', text: t('report.phone.wrong') })
  return wrong
}
