/** What holds for whom: school, work, illness, a disability certificate. One page for the whole family. */
import { ChoiceList, FieldGroup, fieldId } from '@doudi/light-ui'
import { all, type Fields, one } from '../../server/form.ts'
import { disabilityKinds, type Member, membersOf, nameOf } from '../answers.ts'
import { type Asking, errorOf, type Question, Reader, type Showing } from '../question.ts'

const conditions = ['student', 'employed', 'ill', 'disabled'] as const
type Condition = (typeof conditions)[number]

function conditionsOf({ student, employed, seriousIllness, disabilityKind }: Member): Condition[] {
  const holds = { student, employed, ill: seriousIllness, disabled: disabilityKind !== undefined }
  return conditions.filter(condition => holds[condition])
}

export const people: Question = {
  slug: 'people',
  section: 'people',
  copies: () => [0],
  answered: answers => membersOf(answers).every(({ employed }) => employed !== undefined),
  title: ({ t }) => t('people.title'),
  show: ({ answers }) =>
    Object.fromEntries(
      membersOf(answers).flatMap((member, i) => [
        [`is-${i}`, conditionsOf(member)],
        [`kind-${i}`, [member.disabilityKind ?? '']],
        [`grade-${i}`, [member.disabilityGrade ? String(member.disabilityGrade) : '']],
      ]),
    ),
  read: (fields, asking) => {
    const reader = new Reader(asking.locale)
    const members = membersOf(asking.answers).map((member, i) => readMember(fields, asking, { member, i, reader }))
    return reader.done(() => ({ ...asking.answers, members }))
  },
  rows: ({ t, answers }) =>
    membersOf(answers).map((member, i) => ({
      what: t('review.situation', { name: nameOf(answers, i) }),
      answer: situationText(member, t) || t('review.nothing'),
    })),
  View: showing => (
    <>
      <h1>{showing.t('people.title')}</h1>
      <p class="quiet">{showing.t('people.hint')}</p>
      {membersOf(showing.answers).map((_, i) => (
        <MemberChoices key={`${i}`} {...showing} i={i} />
      ))}
    </>
  ),
}

function situationText(member: Member, t: Asking['t']): string {
  const words = conditionsOf(member).map(condition => {
    if (condition !== 'disabled' || !member.disabilityKind) return t(`people.${condition}`)
    return `${t('people.disabled')}（${t(`disability.${member.disabilityKind}`)}${t('disability.grade', { n: member.disabilityGrade ?? '' })}）`
  })
  return words.join('，')
}

function readMember(
  fields: Fields,
  { t }: Asking,
  { member, i, reader }: { member: Member; i: number; reader: Reader },
): Member {
  const marked = all(fields, `is-${i}`)
  const { disabilityKind: _, disabilityGrade: __, ...rest } = member
  const told = {
    ...rest,
    student: marked.includes('student'),
    employed: marked.includes('employed'),
    seriousIllness: marked.includes('ill'),
  }
  if (!marked.includes('disabled')) return told
  const disabilityKind = disabilityKinds.find(kind => kind === one(fields, `kind-${i}`))
  const disabilityGrade = Number(one(fields, `grade-${i}`))
  if (!disabilityKind || ![1, 2, 3, 4].includes(disabilityGrade)) {
    reader.fail(`kind-${i}`, t('people.disability.none', { name: member.name ?? '' }))
    return told
  }
  return { ...told, disabilityKind, disabilityGrade }
}

function MemberChoices(showing: Showing & { i: number }) {
  const { t, locale, fields, answers, i } = showing
  return (
    <ChoiceList
      name={`is-${i}`}
      multiple
      locale={locale}
      label={<span class="name">{nameOf(answers, i)}</span>}
      chosen={fields[`is-${i}`] ?? []}
      choices={conditions.map(value => ({
        value,
        label: t(`people.${value}`),
        more: value === 'disabled' ? <Certificate {...showing} /> : undefined,
      }))}
    />
  )
}

function Certificate(showing: Showing & { i: number }) {
  const { t, locale, fields, i } = showing
  const grades = [1, 2, 3, 4].map(n => ({ value: String(n), label: t('disability.grade', { n }) }))
  const kinds = disabilityKinds.map(value => ({ value, label: t(`disability.${value}`) }))
  return (
    <FieldGroup name={`kind-${i}`} locale={locale} label={t('people.disabled')} error={errorOf(showing, `kind-${i}`)}>
      <Select
        name={`kind-${i}`}
        label={t('people.disability.kind')}
        first={t('people.disability.choose')}
        options={kinds}
        chosen={one(fields, `kind-${i}`)}
      />
      <Select
        name={`grade-${i}`}
        label={t('people.disability.grade')}
        first={t('people.disability.choose')}
        options={grades}
        chosen={one(fields, `grade-${i}`)}
      />
    </FieldGroup>
  )
}

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly first: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string
}

function Select({ name, label, first, options, chosen }: SelectProps) {
  return (
    <div class="field">
      <label class="field-label" for={fieldId(name)}>
        {label}
      </label>
      <select class="input" id={fieldId(name)} name={name}>
        <option value="">{first}</option>
        {options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
