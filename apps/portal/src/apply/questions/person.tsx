/** One person of the family on each page. The last question leads to the next person, or on. */
import {
  type CalendarDate,
  formatDate,
  maskIdentityNumber,
  parseDate,
  parseIdentityNumber,
  parsePersonName,
  revealIdentityNumber,
} from '@doudi/kernel'
import { Button, ChoiceList, DateField, fieldId, TextField } from '@doudi/light-ui'
import { type Fields, one } from '../../server/form.ts'
import { type Answers, type Member, mayEarn, membersOf, relations, withMember } from '../answers.ts'
import { type Asking, errorOf, type Question, Reader, type Reading, type Showing } from '../question.ts'

const isLast = (answers: Answers, n: number) => n === membersOf(answers).length - 1

export const person: Question = {
  slug: 'person',
  section: 'people',
  copies: answers =>
    membersOf(answers)
      .map((_, n) => n)
      .slice(1),
  answered: (answers, n) => membersOf(answers)[n]?.name !== undefined,
  title: ({ t, n }) => t('person.title', { n }),
  show: ({ answers, n }) => fieldsOf(membersOf(answers)[n] ?? {}, isLast(answers, n)),
  read: (fields, asking) => (one(fields, 'do') === 'remove' ? without(asking) : readPerson(fields, asking)),
  rows: ({ t, locale, answers, n }) => {
    const { name = '', relation, identityNumber, bornOn } = membersOf(answers)[n] ?? {}
    const known = identityNumber
      ? maskIdentityNumber(identityNumber)
      : bornOn && formatDate(bornOn as CalendarDate, locale)
    return [
      {
        what: t('review.member'),
        answer: [name, relation && t(`relation.${relation}`), known].filter(Boolean).join('，'),
      },
    ]
  },
  View: PersonView,
}

function fieldsOf({ name, relation, documentKind, identityNumber, bornOn, sex }: Member, last: boolean): Fields {
  const [year = '', month = '', day = ''] = (bornOn ?? '').split('-')
  return {
    name: [name ?? ''],
    relation: [relation ?? ''],
    document: documentKind ? [documentKind] : [],
    number: [identityNumber ?? ''],
    'born-year': [year],
    'born-month': [month.replace(/^0/, '')],
    'born-day': [day.replace(/^0/, '')],
    sex: sex ? [sex] : [],
    more: name === undefined ? [] : [last ? 'no' : 'yes'],
  }
}

function without({ answers, n }: Asking): Reading {
  return { answers: { ...answers, members: membersOf(answers).filter((_, i) => i !== n) } }
}

function readPerson(fields: Fields, asking: Asking): Reading {
  const { t, locale, answers, n, today } = asking
  const reader = new Reader(locale)
  const name = reader.read('name', () => parsePersonName(one(fields, 'name'))) ?? ''
  const relation = relations.find(choice => choice === one(fields, 'relation'))
  if (!relation) reader.fail('relation', t('person.relation.none'))
  const papers = readPapers(fields, asking, reader)
  const last = isLast(answers, n)
  const more = one(fields, 'more')
  if (last && more !== 'yes' && more !== 'no') reader.fail('more', t('person.more.none'))
  return reader.done(() => {
    const { identityNumber: _, bornOn: __, sex: ___, incomes, ...kept } = membersOf(answers)[n] ?? {}
    const { registration } = membersOf(answers)[0] ?? {}
    const told: Member = {
      ...kept,
      name,
      ...(relation ? { relation } : {}),
      ...papers,
      ...(registration ? { registration } : {}),
    }
    // Children are not asked what they earn.
    const earning = mayEarn(told, today) ? (incomes ? { incomes } : {}) : { incomes: [] }
    const changed = withMember(answers, n, { ...told, ...earning })
    return last && more === 'yes' ? { ...changed, members: [...membersOf(changed), {}] } : changed
  })
}

function readPapers(fields: Fields, { t, answers, n, today }: Asking, reader: Reader): Member {
  const document = one(fields, 'document')
  if (document === 'identity-card') {
    const number = reader.read('number', () => revealIdentityNumber(parseIdentityNumber(one(fields, 'number'), today)))
    const twice = membersOf(answers).some((other, i) => i !== n && other.identityNumber === number)
    if (number && twice) reader.fail('number', t('person.same'))
    return { documentKind: 'identity-card', ...(number ? { identityNumber: number } : {}) }
  }
  if (document !== 'none') {
    reader.fail('document', t('person.document.missing'))
    return {}
  }
  const born = ['year', 'month', 'day'].map(part => one(fields, `born-${part}`).trim()).join('-')
  const bornOn = reader.read('born', () => parseDate(born === '--' ? '' : born))
  const sex = (['male', 'female'] as const).find(choice => choice === one(fields, 'sex'))
  if (!sex) reader.fail('sex', t('person.sex.none'))
  return { documentKind: 'none', ...(bornOn ? { bornOn } : {}), ...(sex ? { sex } : {}) }
}

function PersonView(showing: Showing) {
  const { t, locale, fields, answers, n } = showing
  const ask = (name: string) => ({ name, locale, error: errorOf(showing, name) })
  const yesNo = [
    { value: 'yes', label: t('person.more.yes') },
    { value: 'no', label: t('person.more.no') },
  ]
  return (
    <>
      <h1>{t('person.title', { n })}</h1>
      <TextField {...ask('name')} label={t('person.name')} value={one(fields, 'name')} />
      <RelationField {...showing} />
      <DocumentField {...showing} />
      {isLast(answers, n) && (
        <ChoiceList {...ask('more')} label={t('person.more')} inRow chosen={fields.more ?? []} choices={yesNo} />
      )}
      <p>
        <Button kind="secondary" name="do" value="remove">
          {t('person.remove')}
        </Button>
      </p>
    </>
  )
}

function RelationField(showing: Showing) {
  const { t, fields } = showing
  const error = errorOf(showing, 'relation')
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={fieldId('relation')}>
        {t('person.relation')}
      </label>
      {error && (
        <p class="field-error" id="relation-error">
          {error}
        </p>
      )}
      <select
        class="input"
        id="relation"
        name="relation"
        aria-describedby={error && 'relation-error'}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{t('where.village.choose')}</option>
        {relations.map(relation => (
          <option key={relation} value={relation} selected={one(fields, 'relation') === relation}>
            {t(`relation.${relation}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function DocumentField(showing: Showing) {
  const { t, locale, fields } = showing
  const ask = (name: string) => ({ name, locale, error: errorOf(showing, name) })
  const [year, month, day] = ['year', 'month', 'day'].map(part => one(fields, `born-${part}`))
  return (
    <ChoiceList
      {...ask('document')}
      label={t('person.document')}
      hint={t('person.document.hint')}
      chosen={fields.document ?? []}
      choices={[
        {
          value: 'identity-card',
          label: t('person.document.card'),
          more: (
            <TextField
              {...ask('number')}
              label={t('identity.number')}
              hint={t('identity.number.hint')}
              value={one(fields, 'number')}
              secret
            />
          ),
        },
        {
          value: 'none',
          label: t('person.document.none'),
          more: (
            <>
              <DateField
                {...ask('born')}
                label={t('person.born')}
                value={{ year: year ?? '', month: month ?? '', day: day ?? '' }}
              />
              <ChoiceList
                {...ask('sex')}
                label={t('person.sex')}
                inRow
                chosen={fields.sex ?? []}
                choices={[
                  { value: 'male', label: t('person.male') },
                  { value: 'female', label: t('person.female') },
                ]}
              />
            </>
          ),
        },
      ]}
    />
  )
}
