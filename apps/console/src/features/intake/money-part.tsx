/** Property, and where the money would go. Everything may be “not sure”: it is checked with authorisation. */
import { Checkbox, Input, Radio } from 'antd'
import { Field } from '../../parts/field.tsx'
import { yuan } from '../../parts/money.tsx'
import { useProblemWords } from '../../problems.tsx'
import { monthlyIncome, readAmount } from './intake-form.ts'
import type { PartProps } from './intake-page.tsx'
import { useIntakeWords } from './words.ts'

export function MoneyPart(props: PartProps) {
  const t = useIntakeWords()
  const { draft } = props
  const income = monthlyIncome(draft)
  return (
    <>
      <p className="notice" role="status">
        {t(income.unsure ? 'income.sum-unsure' : 'income.sum', { amount: yuan(income.fen) })}
      </p>
      <fieldset className="sheet">
        <legend>{t('part.property')}</legend>
        <div className="intake-row">
          <UnsureNumber {...props} field="deposits" pointer="/property/depositsFen" />
          <UnsureNumber {...props} field="vehicles" pointer="/property/vehicles" />
          <UnsureNumber {...props} field="homes" pointer="/property/homes" />
        </div>
        <Business {...props} />
      </fieldset>
      <Account {...props} />
    </>
  )
}

type UnsureField = 'deposits' | 'vehicles' | 'homes'

function UnsureNumber({ draft, change, wrong, field, pointer }: PartProps & { field: UnsureField; pointer: string }) {
  const t = useIntakeWords()
  const { say } = useProblemWords()
  const value = draft[field]
  const read = field === 'deposits' && value !== null ? readAmount(value) : undefined
  return (
    <div>
      <Field label={t(field)} wrong={value && read && !read.ok ? say(read.issue.code) : wrong(pointer)}>
        <Input
          inputMode="decimal"
          {...(field === 'deposits' ? {} : { type: 'number', min: 0, max: 99 })}
          value={value ?? ''}
          disabled={value === null}
          onChange={event => change({ [field]: event.target.value })}
        />
      </Field>
      <Checkbox checked={value === null} onChange={event => change({ [field]: event.target.checked ? null : '' })}>
        {t('unsure')}
      </Checkbox>
    </div>
  )
}

function Business({ draft, change }: PartProps) {
  const t = useIntakeWords()
  const answers = [
    [true, t('yes')],
    [false, t('no')],
    [null, t('unsure')],
  ] as const
  return (
    <fieldset className="choices choices-line">
      <legend className="field-legend">{t('business')}</legend>
      {answers.map(([answer, word]) => (
        <Radio key={word} checked={draft.business === answer} onChange={() => change({ business: answer })}>
          {word}
        </Radio>
      ))}
    </fieldset>
  )
}

function Account({ draft, change, wrong }: PartProps) {
  const t = useIntakeWords()
  const { account } = draft
  const holderName = draft.members[0]?.name ?? ''
  return (
    <fieldset className="sheet">
      <legend>{t('part.money')}</legend>
      <Checkbox
        checked={account !== null}
        onChange={event => change({ account: event.target.checked ? { holderName, bank: '', number: '' } : null })}
      >
        {t('account')}
      </Checkbox>
      {account && (
        <div className="intake-row">
          <Field label={t('account.holder')} wrong={wrong('/bankAccount/holderName')}>
            <Input
              className="name"
              value={account.holderName}
              onChange={event => change({ account: { ...account, holderName: event.target.value } })}
            />
          </Field>
          <Field label={t('account.bank')} wrong={wrong('/bankAccount/bank')}>
            <Input
              value={account.bank}
              onChange={event => change({ account: { ...account, bank: event.target.value } })}
            />
          </Field>
          <Field label={t('account.number')} wrong={wrong('/bankAccount/number')}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={account.number}
              onChange={event => change({ account: { ...account, number: event.target.value } })}
            />
          </Field>
        </div>
      )}
    </fieldset>
  )
}
